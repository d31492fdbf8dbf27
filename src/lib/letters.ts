/** The letters Muster writes, in the language of whoever receives them. Links work once, for the hours named. */
export type Letter = { subject: string; text: string };
type Locale = "en" | "fr" | "es" | "ar";
type Details = { name: string; link: string; hours: number };
type Wording = { subject: string; text: (details: Details) => string };

const INVITATION: Record<Locale, Wording> = {
  en: {
    subject: "Your invitation to Muster",
    text: ({ name, link, hours }) =>
      `${name},\n\nyou are invited to Muster. Open this link, state this e-mail address and choose a password:\n${link}\n\nIt works once and for ${hours} hours. If you did not expect it, leave it unopened and tell your administrator.`,
  },
  fr: {
    subject: "Votre invitation à Muster",
    text: ({ name, link, hours }) =>
      `${name},\n\nvous êtes invité à rejoindre Muster. Ouvrez ce lien, indiquez cette adresse électronique et choisissez un mot de passe :\n${link}\n\nIl fonctionne une seule fois, pendant ${hours} heures. Si vous ne l’attendiez pas, ne l’ouvrez pas et prévenez votre administrateur.`,
  },
  es: {
    subject: "Su invitación a Muster",
    text: ({ name, link, hours }) =>
      `${name}:\n\nse le invita a Muster. Abra este enlace, indique esta dirección de correo y elija una contraseña:\n${link}\n\nFunciona una sola vez, durante ${hours} horas. Si no lo esperaba, no lo abra y avise a su administrador.`,
  },
  ar: {
    subject: "دعوتكم إلى Muster",
    text: ({ name, link, hours }) =>
      `${name}،\n\nأنتم مدعوون إلى Muster. افتحوا هذا الرابط واكتبوا عنوان البريد هذا واختاروا كلمة مرور:\n${link}\n\nيعمل الرابط مرة واحدة خلال ${hours} ساعة. إن لم تكونوا تنتظرونه فلا تفتحوه وأخبروا مسؤول النظام.`,
  },
};

const PASSWORD: Record<Locale, Wording> = {
  en: {
    subject: "A new password for Muster",
    text: ({ name, link, hours }) =>
      `${name},\n\nsomeone asked for a new password for your account. If it was you, open this link, state this e-mail address and choose one:\n${link}\n\nIt works once and for ${hours} hours and ends all your sessions. If it was not you, do nothing: your password stays.`,
  },
  fr: {
    subject: "Un nouveau mot de passe pour Muster",
    text: ({ name, link, hours }) =>
      `${name},\n\nun nouveau mot de passe a été demandé pour votre compte. Si c’est vous, ouvrez ce lien, indiquez cette adresse électronique et choisissez-en un :\n${link}\n\nIl fonctionne une seule fois, pendant ${hours} heures, et met fin à toutes vos sessions. Sinon, ne faites rien : votre mot de passe reste le même.`,
  },
  es: {
    subject: "Una contraseña nueva para Muster",
    text: ({ name, link, hours }) =>
      `${name}:\n\nalguien pidió una contraseña nueva para su cuenta. Si fue usted, abra este enlace, indique esta dirección de correo y elija una:\n${link}\n\nFunciona una sola vez, durante ${hours} horas, y cierra todas sus sesiones. Si no fue usted, no haga nada: su contraseña sigue igual.`,
  },
  ar: {
    subject: "كلمة مرور جديدة لـ Muster",
    text: ({ name, link, hours }) =>
      `${name}،\n\nطُلبت كلمة مرور جديدة لحسابكم. إن كنتم أنتم من طلبها فافتحوا هذا الرابط واكتبوا عنوان البريد هذا واختاروا كلمة مرور:\n${link}\n\nيعمل الرابط مرة واحدة خلال ${hours} ساعة وينهي جميع جلساتكم. وإلا فلا تفعلوا شيئًا: تبقى كلمة مروركم كما هي.`,
  },
};

const write =
  (wordings: Record<Locale, Wording>) =>
  (locale: Locale, details: Details): Letter => ({
    subject: wordings[locale].subject,
    text: wordings[locale].text(details),
  });

export const invitationLetter = write(INVITATION);
export const passwordLetter = write(PASSWORD);
