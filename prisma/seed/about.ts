/** What the demonstration says about itself; administrators of a real installation write their own. */
export const ABOUT_DEMO = {
  operator: {
    en: "Meridian Exercise Cell (fictional)",
    fr: "Cellule d’exercice Meridian (fictive)",
    es: "Célula del ejercicio Meridian (ficticia)",
    ar: "خلية تمرين ميريديان (وهمية)",
  },
  place: {
    en: "On the machine it was started on; nothing leaves it.",
    fr: "Sur la machine où il a été lancé ; rien n’en sort.",
    es: "En la máquina en la que se inició; nada sale de ella.",
    ar: "على الجهاز الذي شُغِّل عليه؛ لا يخرج منه شيء.",
  },
  law: {
    en: "None: the data are invented. A real installation names the law of its host and the rules of its partners.",
    fr: "Aucun : les données sont inventées. Une installation réelle indique le droit de son hôte et les règles de ses partenaires.",
    es: "Ninguna: los datos son inventados. Una instalación real indica la ley de su anfitrión y las normas de sus socios.",
    ar: "لا يوجد: البيانات مختلقة. وتذكر المنظومة الحقيقية قانون البلد المضيف وقواعد شركائها.",
  },
  mark: {
    en: "EXERCISE – FOR OFFICIAL USE ONLY",
    fr: "EXERCICE – RÉSERVÉ À L’USAGE OFFICIEL",
    es: "EJERCICIO – SOLO PARA USO OFICIAL",
    ar: "تمرين – للاستعمال الرسمي فقط",
  },
  contact: {
    en: "The person who started this demonstration.",
    fr: "La personne qui a lancé cette démonstration.",
    es: "La persona que inició esta demostración.",
    ar: "الشخص الذي شغَّل هذا العرض.",
  },
} as const;
