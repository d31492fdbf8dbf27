-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "measure" AS ENUM ('checks', 'secondary_inspections', 'matches', 'confirmed_matches', 'leads', 'persons_of_interest', 'notice_subjects', 'notices_published', 'arrests', 'victims_presumed', 'victims_identified', 'migrants_encountered', 'missing_persons_located', 'people_trained', 'officers_deployed', 'entries_denied', 'documents_detected', 'documents_seized', 'seizures', 'assets_identified', 'investigations_opened', 'nationalities', 'groups_dismantled', 'access_points_live', 'border_points', 'countries', 'outcomes', 'other');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('exact', 'more_than', 'at_least', 'nearly', 'about', 'some', 'up_to', 'order_of_magnitude', 'unquantified');

-- CreateEnum
CREATE TYPE "certainty" AS ENUM ('stated', 'potential', 'suspected');

-- CreateEnum
CREATE TYPE "figure_status" AS ENUM ('preliminary', 'interim', 'final', 'unstated');

-- CreateEnum
CREATE TYPE "source_tier" AS ENUM ('primary', 'secondary');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('administrator', 'programme_manager', 'reviewer', 'liaison', 'leadership', 'observer');

-- CreateEnum
CREATE TYPE "person_kind" AS ENUM ('human', 'system');

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('invitation', 'password');

-- CreateEnum
CREATE TYPE "operation_state" AS ENUM ('draft', 'planned', 'live', 'follow_up', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('published', 'participants');

-- CreateEnum
CREATE TYPE "confidence" AS ENUM ('high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "remark_kind" AS ENUM ('other', 'conflict', 'coordination', 'date_note', 'note');

-- CreateEnum
CREATE TYPE "organisation_role" AS ENUM ('lead', 'partner', 'funder', 'coordination');

-- CreateEnum
CREATE TYPE "phase_kind" AS ENUM ('needs_assessment', 'preparation', 'connectivity', 'training', 'pre_operational', 'tactical', 'post_operational', 'evaluation');

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('day', 'month', 'season', 'year', 'day_without_year', 'unknown');

-- CreateEnum
CREATE TYPE "participation_role" AS ENUM ('host', 'participating', 'supporting');

-- CreateEnum
CREATE TYPE "access_system" AS ENUM ('find', 'mind', 'imd', 'ibms', 'web');

-- CreateEnum
CREATE TYPE "access_state" AS ENUM ('requested', 'approved', 'installed', 'tested', 'live', 'suspended', 'withdrawn');

-- CreateEnum
CREATE TYPE "volume_source" AS ENUM ('server_log', 'national_return', 'estimate');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('ncb', 'police', 'immigration', 'customs', 'gendarmerie', 'border_guard', 'coast_guard', 'environmental', 'prosecutor', 'health_ministry', 'social_affairs_ministry', 'foreign_ministry', 'ngo', 'foundation', 'regional_body', 'intergovernmental', 'other');

-- CreateEnum
CREATE TYPE "border_point_kind" AS ENUM ('airport', 'seaport', 'land_crossing', 'rail', 'river', 'hotspot');

-- CreateEnum
CREATE TYPE "database" AS ENUM ('sltd', 'tdawn', 'nominals', 'notices', 'smv', 'iarms', 'fingerprints', 'facial_recognition', 'dna', 'national', 'other', 'interpol_unspecified', 'unstated');

-- CreateEnum
CREATE TYPE "topic" AS ENUM ('i247', 'sltd', 'nominals', 'biometrics', 'document_fraud', 'interview_techniques', 'specialised_equipment', 'open_sources', 'mobile_forensics', 'operating_procedures', 'analysis', 'victim_identification');

-- CreateEnum
CREATE TYPE "review" AS ENUM ('submitted', 'queried', 'validated');

-- CreateEnum
CREATE TYPE "return_kind" AS ENUM ('checks', 'no_checks');

-- CreateEnum
CREATE TYPE "no_checks_reason" AS ENUM ('no_traffic', 'system_down', 'closed', 'not_staffed');

-- CreateEnum
CREATE TYPE "counting_basis" AS ENUM ('desk_count', 'national_log', 'device_log', 'server_log', 'estimate');

-- CreateEnum
CREATE TYPE "count_unit" AS ENUM ('searches', 'travellers', 'documents', 'vehicles', 'items');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('entry', 'exit', 'transit');

-- CreateEnum
CREATE TYPE "match_channel" AS ENUM ('fixed', 'mobile', 'egate', 'passenger_list', 'relayed_by_ncb');

-- CreateEnum
CREATE TYPE "document_type" AS ENUM ('passport', 'id_card', 'visa', 'residence_permit', 'refugee_travel_document', 'laissez_passer', 'seaman_book', 'vehicle_document', 'other');

-- CreateEnum
CREATE TYPE "record_status" AS ENUM ('stolen_blank', 'stolen', 'lost', 'revoked', 'invalid');

-- CreateEnum
CREATE TYPE "notice_colour" AS ENUM ('red', 'blue', 'yellow', 'green', 'black', 'orange', 'purple', 'silver', 'un_special', 'wanted_diffusion', 'no_notice');

-- CreateEnum
CREATE TYPE "finding" AS ENUM ('rightful_holder', 'impostor', 'altered', 'counterfeit', 'fraudulently_obtained', 'none');

-- CreateEnum
CREATE TYPE "interim_measure" AS ENUM ('held', 'let_go', 'refused', 'none');

-- CreateEnum
CREATE TYPE "match_state" AS ENUM ('recorded', 'secondary_inspection', 'confirmation_requested', 'confirmed', 'confirmed_nationally', 'not_confirmed', 'no_reply', 'closed');

-- CreateEnum
CREATE TYPE "not_confirmed_reason" AS ENUM ('stale_record', 'own_document', 'not_same_person', 'record_cancelled', 'data_error');

-- CreateEnum
CREATE TYPE "closed_reason" AS ENUM ('follow_up_done', 'no_finding', 'no_reply', 'requesting_country_not_contacted', 'test_record_voided');

-- CreateEnum
CREATE TYPE "match_step" AS ENUM ('recorded', 'secondary_inspection', 'confirmation_requested', 'confirmed', 'confirmed_nationally', 'not_confirmed', 'no_reply', 'reopened', 'outcome_recorded', 'closed');

-- CreateEnum
CREATE TYPE "step_channel" AS ENUM ('i247', 'phone', 'muster', 'other');

-- CreateEnum
CREATE TYPE "answer" AS ENUM ('confirmed', 'not_confirmed');

-- CreateEnum
CREATE TYPE "outcome_kind" AS ENUM ('arrest_on_notice', 'arrest_national', 'entry_denied', 'boarding_denied', 'document_seized', 'released', 'located', 'victim_referred', 'vehicle_recovered', 'investigation_opened', 'deported', 'extradition_under_way', 'asylum_claim_referred', 'no_legal_basis_to_arrest');

-- CreateEnum
CREATE TYPE "offence" AS ENUM ('migrant_smuggling', 'human_trafficking', 'document_fraud', 'wanted_person', 'drugs', 'firearms', 'terrorism', 'other');

-- CreateEnum
CREATE TYPE "arrest_state" AS ENUM ('arrested', 'charged', 'released', 'convicted', 'extradited');

-- CreateEnum
CREATE TYPE "people_kind" AS ENUM ('victims_presumed', 'victims_identified', 'migrants_encountered', 'missing_persons_located');

-- CreateEnum
CREATE TYPE "age_group" AS ENUM ('adult', 'minor', 'not_stated');

-- CreateEnum
CREATE TYPE "sex" AS ENUM ('female', 'male', 'not_stated');

-- CreateEnum
CREATE TYPE "delivery" AS ENUM ('in_class', 'exercise', 'online', 'train_the_trainer');

-- CreateEnum
CREATE TYPE "training_state" AS ENUM ('planned', 'held', 'cancelled');

-- CreateTable
CREATE TABLE "audit_event" (
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID,
    "operation_id" UUID,
    "version" INTEGER,
    "fields" TEXT[],
    "commitments" JSONB,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "locator" TEXT NOT NULL,
    "title" TEXT,
    "publisher" TEXT,
    "language" TEXT,
    "published_on" DATE,
    "tier" "source_tier" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "measure" "measure" NOT NULL,
    "unit" TEXT NOT NULL,
    "databases" "database"[],
    "label" TEXT NOT NULL,
    "value" DECIMAL(20,3),
    "low" DECIMAL(20,3),
    "high" DECIMAL(20,3),
    "qualifier" "qualifier" NOT NULL,
    "wording" TEXT,
    "certainty" "certainty" NOT NULL DEFAULT 'stated',
    "country_code" VARCHAR(2),
    "phase_id" UUID,
    "border_point_id" UUID,
    "offence" TEXT,
    "commodity" TEXT,
    "notice_colour" "notice_colour",
    "age_group" "age_group",
    "sex" "sex",
    "period_from" DATE,
    "period_to" DATE,
    "period_wording" TEXT,
    "as_of" DATE,
    "status" "figure_status" NOT NULL DEFAULT 'unstated',
    "part_of_id" UUID,
    "valuation" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "source_id" UUID,
    "figure_set_id" UUID,
    "position" INTEGER NOT NULL,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure_set" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "scope" TEXT,
    "record_figure_id" UUID,
    "record_reason" TEXT,
    "record_by_id" UUID,
    "record_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "figure_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "news_item" (
    "id" UUID NOT NULL,
    "operation_id" UUID,
    "published_on" DATE NOT NULL,
    "language" VARCHAR(2) NOT NULL,
    "headline" TEXT NOT NULL,
    "locator" TEXT,

    CONSTRAINT "news_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "person_kind" NOT NULL DEFAULT 'human',
    "locale" VARCHAR(2) NOT NULL DEFAULT 'en',
    "scheme" TEXT NOT NULL DEFAULT 'auto',
    "password_hash" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,
    "address" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "all_countries" BOOLEAN NOT NULL DEFAULT false,
    "countries" TEXT[],
    "all_operations" BOOLEAN NOT NULL DEFAULT false,
    "operations" UUID[],
    "granted_by_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "locale" VARCHAR(2) NOT NULL DEFAULT 'en',
    "token_hash" BYTEA NOT NULL,
    "assignments" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "redeemed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_counter" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "objective" TEXT,
    "donor" TEXT,
    "crime_areas" TEXT[],
    "topics" "topic"[],
    "databases" "database"[],
    "systems" "access_system"[],
    "sectors" "organisation_kind"[],

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operation_programme" (
    "operation_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "operation_programme_pkey" PRIMARY KEY ("operation_id","programme_id")
);

-- CreateTable
CREATE TABLE "operation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "codename" TEXT NOT NULL,
    "series" TEXT,
    "edition" INTEGER,
    "year" INTEGER,
    "year_inferred" BOOLEAN NOT NULL DEFAULT false,
    "objective" TEXT,
    "handling_mark" TEXT NOT NULL,
    "exercise" BOOLEAN NOT NULL DEFAULT false,
    "state" "operation_state" NOT NULL,
    "visibility" "visibility" NOT NULL,
    "parent_id" UUID,
    "retention_on" DATE,
    "confidence" "confidence",
    "import_id" TEXT,
    "import_hash" TEXT,
    "counting_basis" "counting_basis",
    "live_reason" TEXT,
    "crime_areas" TEXT[],
    "starts_on" DATE,
    "ends_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operation_remark" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "kind" "remark_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "operation_remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operation_version" (
    "operation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "reason" TEXT,

    CONSTRAINT "operation_version_pkey" PRIMARY KEY ("operation_id","version")
);

-- CreateTable
CREATE TABLE "operation_organisation" (
    "operation_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "organisation_role" NOT NULL,
    "note" TEXT,

    CONSTRAINT "operation_organisation_pkey" PRIMARY KEY ("operation_id","organisation_id","role")
);

-- CreateTable
CREATE TABLE "phase" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "kind" "phase_kind",
    "label" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,
    "derived" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phase_country" (
    "phase_id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,

    CONSTRAINT "phase_country_pkey" PRIMARY KEY ("phase_id","country_code")
);

-- CreateTable
CREATE TABLE "published_date" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "phase_id" UUID,
    "earliest" DATE,
    "latest" DATE,
    "precision" "date_precision" NOT NULL,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "wording" TEXT,

    CONSTRAINT "published_date_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation" (
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "role" "participation_role" NOT NULL,
    "state" "operation_state" NOT NULL,
    "focal_liaison" TEXT,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("operation_id","country_code")
);

-- CreateTable
CREATE TABLE "deployment" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "border_point_id" UUID NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "day_starts_at" VARCHAR(5) NOT NULL DEFAULT '00:00',
    "shifts" TEXT,
    "returns_from" DATE,
    "returns_to" DATE,

    CONSTRAINT "deployment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_point" (
    "id" UUID NOT NULL,
    "border_point_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "system" "access_system" NOT NULL,
    "databases" "database"[],
    "brought_by_operation_id" UUID,

    CONSTRAINT "access_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_status" (
    "id" UUID NOT NULL,
    "access_point_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "state" "access_state" NOT NULL,
    "on_date" DATE NOT NULL,
    "note" TEXT,

    CONSTRAINT "access_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "query_volume" (
    "access_point_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "database" "database" NOT NULL,
    "month" DATE NOT NULL,
    "source" "volume_source" NOT NULL,
    "count" INTEGER,

    CONSTRAINT "query_volume_pkey" PRIMARY KEY ("access_point_id","database","month","source")
);

-- CreateTable
CREATE TABLE "country" (
    "code" VARCHAR(2) NOT NULL,
    "region" TEXT NOT NULL,
    "interpol_member" BOOLEAN NOT NULL,
    "interpol_as_of" DATE NOT NULL,
    "parent_code" VARCHAR(2),

    CONSTRAINT "country_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "country_alias" (
    "alias" TEXT NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,

    CONSTRAINT "country_alias_pkey" PRIMARY KEY ("alias")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "acronym" TEXT,
    "kind" "organisation_kind" NOT NULL,
    "country_code" VARCHAR(2),

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "border_point" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "border_point_kind" NOT NULL,
    "iata" VARCHAR(3),
    "unlocode" VARCHAR(5),
    "latitude" DECIMAL(8,5),
    "longitude" DECIMAL(8,5),
    "time_zone" TEXT NOT NULL,
    "coordinate_source" TEXT,
    "facing_country" VARCHAR(2),
    "facing_point_id" UUID,

    CONSTRAINT "border_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "daily_return" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "deployment_id" UUID NOT NULL,
    "border_point_id" UUID NOT NULL,
    "local_date" DATE NOT NULL,
    "kind" "return_kind" NOT NULL,
    "no_checks_reason" "no_checks_reason",
    "matches_stated" INTEGER NOT NULL,
    "note" TEXT,
    "interim" BOOLEAN NOT NULL DEFAULT false,
    "on_behalf" TEXT,
    "offline" BOOLEAN NOT NULL DEFAULT false,
    "review" "review" NOT NULL DEFAULT 'submitted',
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "validated_by_id" UUID,
    "validated_at" TIMESTAMPTZ(3),
    "validated_on_behalf" BOOLEAN NOT NULL DEFAULT false,
    "supersedes_id" UUID,
    "reason" TEXT,
    "superseded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "daily_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_line" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "border_point_id" UUID NOT NULL,
    "local_date" DATE NOT NULL,
    "database" "database" NOT NULL,
    "unit" "count_unit" NOT NULL,
    "direction" "direction",
    "count" INTEGER NOT NULL,
    "basis" "counting_basis" NOT NULL,
    "review" "review" NOT NULL DEFAULT 'submitted',
    "counts" BOOLEAN NOT NULL DEFAULT true,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "return_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "deployment_id" UUID NOT NULL,
    "border_point_id" UUID NOT NULL,
    "detected_at" TIMESTAMPTZ(3) NOT NULL,
    "local_date" DATE NOT NULL,
    "channel" "match_channel" NOT NULL,
    "database" "database" NOT NULL,
    "document_type" "document_type",
    "issuer" VARCHAR(3),
    "record_status" "record_status",
    "notice_colour" "notice_colour",
    "requesting_authority" VARCHAR(3),
    "finding" "finding",
    "interim_measure" "interim_measure",
    "route_origin" VARCHAR(2),
    "route_transit" VARCHAR(2),
    "route_destination" VARCHAR(2),
    "encounter_id" UUID NOT NULL,
    "state" "match_state" NOT NULL DEFAULT 'recorded',
    "not_confirmed_reason" "not_confirmed_reason",
    "closed_reason" "closed_reason",
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "has_outcome" BOOLEAN NOT NULL DEFAULT false,
    "answered_at" TIMESTAMPTZ(3),
    "confirmation_request_id" UUID,
    "note" TEXT,
    "review" "review" NOT NULL DEFAULT 'submitted',
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "validated_by_id" UUID,
    "validated_at" TIMESTAMPTZ(3),
    "validated_on_behalf" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "match_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_event" (
    "id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "step" "match_step" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "channel" "step_channel" NOT NULL,
    "reason" TEXT,
    "by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "match_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmation_request" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "asking_country" VARCHAR(2) NOT NULL,
    "asked_country" VARCHAR(2) NOT NULL,
    "exercise" BOOLEAN NOT NULL,
    "database" "database" NOT NULL,
    "document_type" "document_type",
    "record_status" "record_status",
    "notice_colour" "notice_colour",
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "answer",
    "answer_reason" "not_confirmed_reason",
    "answered_at" TIMESTAMPTZ(3),
    "answer_channel" "step_channel",
    "answered_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "confirmation_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "local_date" DATE NOT NULL,
    "kind" "outcome_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "review" "review" NOT NULL DEFAULT 'submitted',
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "validated_by_id" UUID,
    "validated_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arrest" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "border_point_id" UUID,
    "phase_id" UUID,
    "local_date" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "offence" "offence" NOT NULL,
    "state" "arrest_state" NOT NULL,
    "match_id" UUID,
    "review" "review" NOT NULL DEFAULT 'submitted',
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "validated_by_id" UUID,
    "validated_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "arrest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people_outcome" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "border_point_id" UUID,
    "local_date" DATE NOT NULL,
    "kind" "people_kind" NOT NULL,
    "age_group" "age_group" NOT NULL,
    "sex" "sex" NOT NULL,
    "count" INTEGER NOT NULL,
    "review" "review" NOT NULL DEFAULT 'submitted',
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "validated_by_id" UUID,
    "validated_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "people_outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seizure" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "border_point_id" UUID,
    "local_date" DATE NOT NULL,
    "commodity" TEXT NOT NULL,
    "quantity" DECIMAL(18,3) NOT NULL,
    "unit" TEXT NOT NULL,
    "review" "review" NOT NULL DEFAULT 'submitted',
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "validated_by_id" UUID,
    "validated_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "seizure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_remark" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "return_id" UUID,
    "line_id" UUID,
    "match_id" UUID,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "daily_total" (
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "local_date" DATE NOT NULL,
    "measure" "measure" NOT NULL,
    "unit" TEXT NOT NULL,
    "database" TEXT NOT NULL,
    "validated" BOOLEAN NOT NULL,
    "total" DECIMAL(20,3) NOT NULL,

    CONSTRAINT "daily_total_pkey" PRIMARY KEY ("operation_id","country_code","local_date","measure","unit","database","validated")
);

-- CreateTable
CREATE TABLE "point_total" (
    "operation_id" UUID NOT NULL,
    "border_point_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "local_date" DATE NOT NULL,
    "measure" "measure" NOT NULL,
    "unit" TEXT NOT NULL,
    "validated" BOOLEAN NOT NULL,
    "total" DECIMAL(20,3) NOT NULL,

    CONSTRAINT "point_total_pkey" PRIMARY KEY ("operation_id","border_point_id","local_date","measure","unit","validated")
);

-- CreateTable
CREATE TABLE "match_counter" (
    "country_code" VARCHAR(2) NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "match_counter_pkey" PRIMARY KEY ("country_code")
);

-- CreateTable
CREATE TABLE "training_session" (
    "id" UUID NOT NULL,
    "operation_id" UUID,
    "title" TEXT NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "place" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "delivery" "delivery" NOT NULL,
    "languages" TEXT[],
    "topics" "topic"[],
    "seats" INTEGER,
    "state" "training_state" NOT NULL,

    CONSTRAINT "training_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_point" (
    "session_id" UUID NOT NULL,
    "border_point_id" UUID NOT NULL,

    CONSTRAINT "training_point_pkey" PRIMARY KEY ("session_id","border_point_id")
);

-- CreateTable
CREATE TABLE "training_trainer" (
    "session_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "training_trainer_pkey" PRIMARY KEY ("session_id","organisation_id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "session_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "invited" INTEGER,
    "attended" INTEGER,
    "certified" INTEGER,
    "women" INTEGER,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("session_id","organisation_id")
);

-- CreateIndex
CREATE INDEX "audit_event_entity_id_idx" ON "audit_event"("entity_id");

-- CreateIndex
CREATE INDEX "source_operation_id_idx" ON "source"("operation_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_id_operation_id_key" ON "source"("id", "operation_id");

-- CreateIndex
CREATE INDEX "figure_operation_id_idx" ON "figure"("operation_id");

-- CreateIndex
CREATE UNIQUE INDEX "figure_id_operation_id_key" ON "figure"("id", "operation_id");

-- CreateIndex
CREATE UNIQUE INDEX "figure_set_record_figure_id_key" ON "figure_set"("record_figure_id");

-- CreateIndex
CREATE INDEX "figure_set_operation_id_idx" ON "figure_set"("operation_id");

-- CreateIndex
CREATE UNIQUE INDEX "figure_set_id_operation_id_key" ON "figure_set"("id", "operation_id");

-- CreateIndex
CREATE UNIQUE INDEX "news_item_published_on_headline_key" ON "news_item"("published_on", "headline");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "assignment_person_id_idx" ON "assignment"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "programme_code_key" ON "programme"("code");

-- CreateIndex
CREATE UNIQUE INDEX "operation_slug_key" ON "operation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "operation_import_id_key" ON "operation"("import_id");

-- CreateIndex
CREATE INDEX "operation_visibility_idx" ON "operation"("visibility");

-- CreateIndex
CREATE INDEX "operation_starts_on_idx" ON "operation"("starts_on");

-- CreateIndex
CREATE INDEX "operation_remark_operation_id_idx" ON "operation_remark"("operation_id");

-- CreateIndex
CREATE INDEX "phase_operation_id_idx" ON "phase"("operation_id");

-- CreateIndex
CREATE UNIQUE INDEX "phase_id_operation_id_key" ON "phase"("id", "operation_id");

-- CreateIndex
CREATE INDEX "published_date_operation_id_idx" ON "published_date"("operation_id");

-- CreateIndex
CREATE INDEX "participation_country_code_idx" ON "participation"("country_code");

-- CreateIndex
CREATE INDEX "deployment_border_point_id_idx" ON "deployment"("border_point_id");

-- CreateIndex
CREATE UNIQUE INDEX "deployment_operation_id_border_point_id_key" ON "deployment"("operation_id", "border_point_id");

-- CreateIndex
CREATE UNIQUE INDEX "deployment_id_operation_id_country_code_border_point_id_key" ON "deployment"("id", "operation_id", "country_code", "border_point_id");

-- CreateIndex
CREATE INDEX "access_point_border_point_id_idx" ON "access_point"("border_point_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_point_id_country_code_key" ON "access_point"("id", "country_code");

-- CreateIndex
CREATE INDEX "access_status_access_point_id_idx" ON "access_status"("access_point_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_country_code_key" ON "organisation"("name", "country_code");

-- CreateIndex
CREATE UNIQUE INDEX "border_point_code_key" ON "border_point"("code");

-- CreateIndex
CREATE INDEX "border_point_country_code_idx" ON "border_point"("country_code");

-- CreateIndex
CREATE UNIQUE INDEX "border_point_id_country_code_key" ON "border_point"("id", "country_code");

-- CreateIndex
CREATE UNIQUE INDEX "daily_return_supersedes_id_key" ON "daily_return"("supersedes_id");

-- CreateIndex
CREATE INDEX "daily_return_operation_id_country_code_local_date_idx" ON "daily_return"("operation_id", "country_code", "local_date");

-- CreateIndex
CREATE INDEX "daily_return_country_code_review_idx" ON "daily_return"("country_code", "review");

-- CreateIndex
CREATE INDEX "daily_return_deployment_id_local_date_idx" ON "daily_return"("deployment_id", "local_date");

-- CreateIndex
CREATE UNIQUE INDEX "daily_return_id_operation_id_country_code_border_point_id_l_key" ON "daily_return"("id", "operation_id", "country_code", "border_point_id", "local_date");

-- CreateIndex
CREATE INDEX "return_line_return_id_idx" ON "return_line"("return_id");

-- CreateIndex
CREATE UNIQUE INDEX "match_reference_key" ON "match"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "match_confirmation_request_id_key" ON "match"("confirmation_request_id");

-- CreateIndex
CREATE INDEX "match_operation_id_country_code_local_date_idx" ON "match"("operation_id", "country_code", "local_date");

-- CreateIndex
CREATE INDEX "match_country_code_state_idx" ON "match"("country_code", "state");

-- CreateIndex
CREATE INDEX "match_border_point_id_local_date_idx" ON "match"("border_point_id", "local_date");

-- CreateIndex
CREATE UNIQUE INDEX "match_id_operation_id_country_code_key" ON "match"("id", "operation_id", "country_code");

-- CreateIndex
CREATE INDEX "match_event_match_id_idx" ON "match_event"("match_id");

-- CreateIndex
CREATE INDEX "confirmation_request_asked_country_answer_idx" ON "confirmation_request"("asked_country", "answer");

-- CreateIndex
CREATE INDEX "confirmation_request_asking_country_idx" ON "confirmation_request"("asking_country");

-- CreateIndex
CREATE INDEX "outcome_match_id_idx" ON "outcome"("match_id");

-- CreateIndex
CREATE INDEX "outcome_operation_id_country_code_local_date_idx" ON "outcome"("operation_id", "country_code", "local_date");

-- CreateIndex
CREATE INDEX "arrest_operation_id_country_code_local_date_idx" ON "arrest"("operation_id", "country_code", "local_date");

-- CreateIndex
CREATE INDEX "people_outcome_operation_id_country_code_local_date_idx" ON "people_outcome"("operation_id", "country_code", "local_date");

-- CreateIndex
CREATE INDEX "seizure_operation_id_country_code_local_date_idx" ON "seizure"("operation_id", "country_code", "local_date");

-- CreateIndex
CREATE INDEX "review_remark_return_id_idx" ON "review_remark"("return_id");

-- CreateIndex
CREATE INDEX "review_remark_match_id_idx" ON "review_remark"("match_id");

-- CreateIndex
CREATE INDEX "review_remark_country_code_resolved_at_idx" ON "review_remark"("country_code", "resolved_at");

-- CreateIndex
CREATE INDEX "daily_total_local_date_idx" ON "daily_total"("local_date");

-- CreateIndex
CREATE INDEX "point_total_border_point_id_local_date_idx" ON "point_total"("border_point_id", "local_date");

-- CreateIndex
CREATE INDEX "training_session_operation_id_idx" ON "training_session"("operation_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_session_id_country_code_key" ON "training_session"("id", "country_code");

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "figure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_source_id_operation_id_fkey" FOREIGN KEY ("source_id", "operation_id") REFERENCES "source"("id", "operation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_figure_set_id_operation_id_fkey" FOREIGN KEY ("figure_set_id", "operation_id") REFERENCES "figure_set"("id", "operation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_set" ADD CONSTRAINT "figure_set_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_set" ADD CONSTRAINT "figure_set_record_figure_id_fkey" FOREIGN KEY ("record_figure_id") REFERENCES "figure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_programme" ADD CONSTRAINT "operation_programme_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_programme" ADD CONSTRAINT "operation_programme_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation" ADD CONSTRAINT "operation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "operation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_remark" ADD CONSTRAINT "operation_remark_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_version" ADD CONSTRAINT "operation_version_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_organisation" ADD CONSTRAINT "operation_organisation_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_organisation" ADD CONSTRAINT "operation_organisation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase" ADD CONSTRAINT "phase_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase_country" ADD CONSTRAINT "phase_country_phase_id_operation_id_fkey" FOREIGN KEY ("phase_id", "operation_id") REFERENCES "phase"("id", "operation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_date" ADD CONSTRAINT "published_date_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_date" ADD CONSTRAINT "published_date_phase_id_operation_id_fkey" FOREIGN KEY ("phase_id", "operation_id") REFERENCES "phase"("id", "operation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_country_code_fkey" FOREIGN KEY ("country_code") REFERENCES "country"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deployment" ADD CONSTRAINT "deployment_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deployment" ADD CONSTRAINT "deployment_operation_id_country_code_fkey" FOREIGN KEY ("operation_id", "country_code") REFERENCES "participation"("operation_id", "country_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deployment" ADD CONSTRAINT "deployment_border_point_id_country_code_fkey" FOREIGN KEY ("border_point_id", "country_code") REFERENCES "border_point"("id", "country_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_point" ADD CONSTRAINT "access_point_border_point_id_country_code_fkey" FOREIGN KEY ("border_point_id", "country_code") REFERENCES "border_point"("id", "country_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_status" ADD CONSTRAINT "access_status_access_point_id_country_code_fkey" FOREIGN KEY ("access_point_id", "country_code") REFERENCES "access_point"("id", "country_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "query_volume" ADD CONSTRAINT "query_volume_access_point_id_country_code_fkey" FOREIGN KEY ("access_point_id", "country_code") REFERENCES "access_point"("id", "country_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "country" ADD CONSTRAINT "country_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "country"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "country_alias" ADD CONSTRAINT "country_alias_country_code_fkey" FOREIGN KEY ("country_code") REFERENCES "country"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_country_code_fkey" FOREIGN KEY ("country_code") REFERENCES "country"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "border_point" ADD CONSTRAINT "border_point_country_code_fkey" FOREIGN KEY ("country_code") REFERENCES "country"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "border_point" ADD CONSTRAINT "border_point_facing_point_id_fkey" FOREIGN KEY ("facing_point_id") REFERENCES "border_point"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "daily_return" ADD CONSTRAINT "daily_return_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "daily_return"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "daily_return" ADD CONSTRAINT "daily_return_deployment_id_operation_id_country_code_borde_fkey" FOREIGN KEY ("deployment_id", "operation_id", "country_code", "border_point_id") REFERENCES "deployment"("id", "operation_id", "country_code", "border_point_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_line" ADD CONSTRAINT "return_line_return_id_operation_id_country_code_border_poi_fkey" FOREIGN KEY ("return_id", "operation_id", "country_code", "border_point_id", "local_date") REFERENCES "daily_return"("id", "operation_id", "country_code", "border_point_id", "local_date") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match" ADD CONSTRAINT "match_confirmation_request_id_fkey" FOREIGN KEY ("confirmation_request_id") REFERENCES "confirmation_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match" ADD CONSTRAINT "match_deployment_id_operation_id_country_code_border_point_fkey" FOREIGN KEY ("deployment_id", "operation_id", "country_code", "border_point_id") REFERENCES "deployment"("id", "operation_id", "country_code", "border_point_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_event" ADD CONSTRAINT "match_event_match_id_operation_id_country_code_fkey" FOREIGN KEY ("match_id", "operation_id", "country_code") REFERENCES "match"("id", "operation_id", "country_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_match_id_operation_id_country_code_fkey" FOREIGN KEY ("match_id", "operation_id", "country_code") REFERENCES "match"("id", "operation_id", "country_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrest" ADD CONSTRAINT "arrest_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "match"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_remark" ADD CONSTRAINT "review_remark_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "daily_return"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_remark" ADD CONSTRAINT "review_remark_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "return_line"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_remark" ADD CONSTRAINT "review_remark_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "match"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_session" ADD CONSTRAINT "training_session_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_point" ADD CONSTRAINT "training_point_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "training_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_point" ADD CONSTRAINT "training_point_border_point_id_fkey" FOREIGN KEY ("border_point_id") REFERENCES "border_point"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_trainer" ADD CONSTRAINT "training_trainer_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "training_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_trainer" ADD CONSTRAINT "training_trainer_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_country_code_fkey" FOREIGN KEY ("session_id", "country_code") REFERENCES "training_session"("id", "country_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
