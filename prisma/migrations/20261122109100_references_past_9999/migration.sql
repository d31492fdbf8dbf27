-- lpad cuts what is longer: the ten thousandth match of a country would have taken the reference of its thousandth.
CREATE OR REPLACE FUNCTION app.issue_reference() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE n int;
BEGIN
  INSERT INTO public.match_counter AS c (country_code, last) VALUES (NEW.country_code, 1)
    ON CONFLICT (country_code) DO UPDATE SET last = c.last + 1 RETURNING c.last INTO n;
  NEW.reference := NEW.country_code || '-' || lpad(n::text, greatest(4, length(n::text)), '0');
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.issue_reference() FROM PUBLIC;
