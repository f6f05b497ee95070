import { cameraRawDescriptor } from '../../camera-raw/descriptor.ts';
import { findFilter } from '../../camera-raw/filters.ts';
import { readFilter } from '../../camera-raw/read-back.ts';
import { changeFilter } from '../../commands/filters.ts';
import { selectDocument } from '../../commands/layers.ts';
import { anyReply } from '../../commands/reply.ts';
import { deselect } from '../../commands/selection.ts';
import { differ, show } from '../probe.ts';
import { question } from '../question.ts';
import { selectLeftHalf } from '../test-document.ts';

const FILTER = { _obj: 'Adobe Camera Raw Filter' };

const filterFxCanBeSet = question({
  id: 'filterFxCanBeSet',
  question: 'Can a smart filter be changed in place?',
  expected: true,
  yes: 'it can, and its settings come back changed',
  no: 'it cannot',
  settles: 'changing our filter instead of taking it back and applying it anew',
  ask: (probe) =>
    probe.within(async (scope) => {
      const layerId = await probe.smartObject(scope);
      await probe.applied(scope, layerId, { $Ex12: -1.0001 });
      const { descriptor } = cameraRawDescriptor({ Exposure2012: -2 }, { replaces: true });
      try {
        await scope.play(changeFilter(layerId, 1, descriptor));
      } catch (error) {
        scope.check();
        return { answer: false, seen: error instanceof Error ? error.message : '' };
      }
      const all = await probe.filters(scope, layerId);
      const held = readFilter(all[0]?.filter ?? {}).settings['Exposure2012'];
      const { left } = await probe.levels();
      return {
        answer: all.length === 1 && held === -2,
        seen: `${all.length} filter, exposure ${String(held)}, grey at ${show(left)}`,
      };
    }),
});

const filterFxKeepsId = question({
  id: 'filterFxKeepsId',
  question: 'Does a filter that is changed in place keep its id?',
  expected: true,
  yes: 'it does',
  no: 'it gets another one',
  settles: 'finding our filter again after a change',
  ask: (probe) =>
    probe.within(async (scope) => {
      const layerId = await probe.smartObject(scope);
      const { filter } = await probe.applied(scope, layerId, { $Ex12: -1.0001 });
      await scope.play(changeFilter(layerId, 1, { ...FILTER, $Ex12: -2.0001 }));
      const all = await probe.filters(scope, layerId);
      const ids = all.map(({ filterID }) => filterID).join(', ');
      return {
        answer: findFilter(all, filter?.filterID) !== undefined,
        seen: `${String(filter?.filterID)} before, ${ids} after`,
      };
    }),
});

const filterFxKeepsUnsentKeys = question({
  id: 'filterFxKeepsUnsentKeys',
  question: 'Does a change in place keep the keys that are not sent?',
  expected: false,
  yes: 'it keeps them',
  no: 'it resets them',
  settles: 'why a change always states every key',
  ask: (probe) =>
    probe.within(async (scope) => {
      const layerId = await probe.smartObject(scope);
      await probe.applied(scope, layerId, { $Ex12: -1.0001, $Cl12: 12 });
      await scope.play(changeFilter(layerId, 1, { ...FILTER, $Ex12: -2.0001 }));
      const [changed] = await probe.filters(scope, layerId);
      const held = readFilter(changed?.filter ?? {}).settings['Clarity2012'];
      return { answer: held === 12, seen: `Clarity 12 not sent again: ${String(held ?? 'absent')}` };
    }),
});

const newestFilterFirst = question({
  id: 'newestFilterFirst',
  question: 'Is the filter applied last the first in the list?',
  expected: false,
  yes: 'the newest is first',
  no: 'the newest is last',
  settles: 'nothing: our filter is found by its id',
  ask: (probe) =>
    probe.within(async (scope) => {
      const layerId = await probe.smartObject(scope);
      await probe.applied(scope, layerId, { $Cl12: 11 });
      const { all } = await probe.applied(scope, layerId, { $Cl12: 22 });
      const order = all.map(({ filter }) => filter['$Cl12']).join(', ');
      return { answer: all[0]?.filter['$Cl12'] === 22, seen: `Clarity in the list: ${order}` };
    }),
});

const indexFollowsList = question({
  id: 'indexFollowsList',
  question: 'Does filter 1 mean the first of the list?',
  expected: true,
  yes: 'it does',
  no: 'it means another one',
  settles: 'which filter is changed or deleted when there are several',
  ask: (probe) =>
    probe.within(async (scope) => {
      const layerId = await probe.smartObject(scope);
      await probe.applied(scope, layerId, { $Cl12: 11 });
      await probe.applied(scope, layerId, { $Cl12: 22 });
      await scope.play(changeFilter(layerId, 1, { ...FILTER, $Cl12: 33 }));
      const all = await probe.filters(scope, layerId);
      const order = all.map(({ filter }) => filter['$Cl12']).join(', ');
      return { answer: all[0]?.filter['$Cl12'] === 33, seen: `filter 1 set to 33: ${order}` };
    }),
});

const selectionMasksFilters = question({
  id: 'selectionMasksFilters',
  question: 'Does a selection become the mask of the filter?',
  expected: true,
  yes: 'only what was selected changes',
  no: 'the selection does not matter',
  settles: 'why the selection is dropped before applying',
  ask: (probe) =>
    probe.within(async (scope) => {
      const layerId = await probe.smartObject(scope);
      await scope.play(selectLeftHalf(probe.documentId));
      await probe.applied(scope, layerId, { $Ex12: -2.0001 });
      await scope.play(deselect());
      const { left, right } = await probe.levels();
      return { answer: differ(left, right), seen: `${show(left)} inside, ${show(right)} outside` };
    }),
});

const temporaryDocumentFilters = question({
  id: 'temporaryDocumentFilters',
  question: 'Does the filter run in a temporary document?',
  expected: false,
  yes: 'it does',
  no: 'it does not',
  settles: 'where finalists are rendered: a temporary document does not appear in the window',
  async ask(probe) {
    const { core } = probe.around.photoshop;
    if (core.createTemporaryDocument === undefined || core.deleteTemporaryDocument === undefined)
      return undefined;
    return probe.within(async (scope) => {
      const temporary = await core.createTemporaryDocument?.({ documentID: probe.documentId });
      if (temporary === undefined) return undefined;
      // When we are cancelled, Photoshop closes it by itself.
      const keepOpen = await scope.closeOnExit(temporary.id);
      try {
        const [layer] = [temporary.layers[0]];
        const target = [
          { _ref: 'layer', _id: layer?.id },
          { _ref: 'document', _id: temporary.id },
        ];
        await scope.play({
          what: 'apply the filter in a temporary document',
          descriptor: { ...FILTER, $Ex12: -2.0001, _target: target },
          reply: anyReply,
          modifies: true,
        });
        const { left } = await probe.levels(temporary);
        const untouched = await probe.levels();
        return {
          answer: probe.isChanged(left) && !probe.isChanged(untouched.left),
          seen: `at −2 EV: ${show(left)}; in the test’s own document: ${show(untouched.left)}`,
        };
      } catch (error) {
        scope.check();
        return { answer: false, seen: error instanceof Error ? error.message : '' };
      } finally {
        await core.deleteTemporaryDocument?.({ documentID: temporary.id });
        await keepOpen();
        await scope.play(selectDocument(probe.documentId)).catch(() => {
          // After a cancellation nothing can be played.
        });
      }
    });
  },
});

/** About the list of smart filters and changing them in place. */
export const SMART_FILTER_QUESTIONS = [
  filterFxCanBeSet,
  filterFxKeepsId,
  filterFxKeepsUnsentKeys,
  newestFilterFirst,
  indexFollowsList,
  selectionMasksFilters,
  temporaryDocumentFilters,
] as const;
