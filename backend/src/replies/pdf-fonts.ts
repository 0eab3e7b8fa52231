import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';

const { resolve } = createRequire(import.meta.url);
const file = (name: string) => resolve(`@expo-google-fonts/biz-udpgothic/${name}.ttf`);

/** The bundled Japanese font, embedded as a subset: a PDF looks the same on every machine, without any network. */
export const FONTS = {
  BIZ: { normal: file('400Regular/BIZUDPGothic_400Regular'), bold: file('700Bold/BIZUDPGothic_700Bold') },
};
const FILES: string[] = Object.values(FONTS.BIZ);

pdfmake.setFonts(FONTS);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => FILES.includes(path));

export { pdfmake };
