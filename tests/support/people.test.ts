import { expect, test } from 'vitest';
import { intake as intakeSchema } from '@onestop/shared/dossier/fields.ts';
import { parseCitizenQr } from '@onestop/shared/text/citizen-qr.ts';
import { checkIdNumber } from '@onestop/shared/text/personal-id.ts';
import { parsePhone } from '@onestop/shared/text/phone.ts';
import { demoReference } from '../../sync-server/src/demo/reference.ts';
import { citizenQrText, communeNameByCode, randomIntake, randomPerson } from './people.ts';
import { drawFrom } from './sample-dossiers.ts';

const { procedures, offices } = demoReference();

test('[X5] generated people hold together: number, sex, birth, phone and card', () => {
  const draw = drawFrom(1);
  for (let i = 0; i < 2000; i++) {
    const person = randomPerson(draw);
    expect(checkIdNumber(person.evidence, person.idNumber, person)).toMatchObject({ ok: true, value: { warnings: [] } });
    const phone = person.phone ?? '0987654321';
    expect(parsePhone(phone)).toMatchObject({ ok: true, value: { number: phone } });
    const carded = { ...person, idNumber: person.idNumber.padStart(12, '0') };
    expect(parseCitizenQr(citizenQrText(carded))).toMatchObject({
      ok: true,
      value: { fullName: person.fullName, birthDate: person.birthDate, sex: person.sex },
    });
  }
});

test('[R2] generated intakes pass the event schema, name known procedures and follow the seed', () => {
  const commune = procedures.filter((one) => one.level === 'commune');
  const draw = drawFrom(2);
  const keys = new Map<string, number>();
  for (let i = 0; i < 2000; i++) {
    const made = randomIntake(draw, commune);
    expect(intakeSchema.parse(made)).toEqual(made);
    keys.set(made.procedure.key, (keys.get(made.procedure.key) ?? 0) + 1);
  }
  expect([...keys].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe('2.000815');
  expect(keys.size).toBeGreaterThan(60);
  expect(randomIntake(drawFrom(7), commune)).toEqual(randomIntake(drawFrom(7), commune));
});

test('[R4] every commune of the demo has hamlets', () => {
  for (const office of offices.filter((one) => one.kind === 'COMMUNE')) {
    expect(communeNameByCode[office.id]).toBe(office.name);
    expect(randomPerson(drawFrom(3), { commune: office.id }).address).toContain(office.name);
  }
});
