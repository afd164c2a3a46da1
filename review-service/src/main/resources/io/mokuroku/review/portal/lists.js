/* Corrects lists: a button in each row of a list fills in a row of its editor. */

/** Adds a blank row to every editor whose last one is in use. */
export function addRows(form) {
	for (const body of form.querySelectorAll("[data-kind=rows] tbody")) {
		const last = body.lastElementChild;
		if (isUsed(last)) {
			const next = last.cloneNode(true);
			const place = body.children.length + 1;
			next.querySelectorAll("select, input").forEach((control) => {
				control.value = "";
				control.placeholder = "";
				control.setAttribute("aria-label", control.getAttribute("aria-label").replace(/\d+$/, String(place)));
			});
			last.after(next);
		}
	}
}

function isUsed(row) {
	return [...row.querySelectorAll("input, select")].some((control) => control.value.trim());
}

/** The place, from 1, of the row of an editor that is the n-th one filled in, from 0. */
export function placeOf(form, editor, n) {
	const rows = [...form.querySelectorAll(`[data-field="${editor}"] [data-row]`)];
	return rows.indexOf(rows.filter(isUsed)[n]) + 1;
}

function controlOf(row, editor, column) {
	return row.querySelector(`[name="${editor}.${column}"]`);
}

function button(text, about, act) {
	const made = document.createElement("button");
	made.type = "button";
	made.className = "quiet";
	made.append(text);
	const rest = document.createElement("span");
	rest.className = "visually-hidden";
	rest.textContent = ` ${about}`;
	made.append(rest);
	made.addEventListener("click", act);
	return made;
}

function blankRow(form, editor) {
	return [...form.querySelectorAll(`[data-field="${editor}"] [data-row]`)].find((each) => !isUsed(each));
}

/** Fills in a blank row of an editor, one more if the last one is in use by now, and goes there. */
function fill(form, editor, values, next, hints) {
	if (!blankRow(form, editor)) {
		addRows(form);
	}
	const row = blankRow(form, editor);
	for (const [column, value] of Object.entries(values)) {
		controlOf(row, editor, column).value = value;
	}
	for (const [column, hint] of Object.entries(hints)) {
		const control = controlOf(row, editor, column);
		if (control?.matches("input")) {
			control.placeholder = hint;
		}
	}
	const control = controlOf(row, editor, next);
	control.dispatchEvent(new Event("input", { bubbles: true }));
	control.focus();
	control.scrollIntoView({ block: "center" });
}

const FIRST = {
	episodeRows: { key: "episode", next: "title", hints: { title: 1, japaneseTitle: 2, aired: 3 } },
	characterRows: { key: "character", next: "name", hints: { name: 0 } },
	staffRows: { key: "person", next: "name", hints: { name: 0, roles: 2 } }
};

/** Puts a button into each row of the lists that can be corrected. */
export function offerCorrections(form) {
	for (const table of form.querySelectorAll("table[data-edits]")) {
		const editor = table.dataset.edits;
		const how = FIRST[editor];
		const head = document.createElement("th");
		head.scope = "col";
		head.textContent = "Correct";
		table.tHead.rows[0].append(head);
		for (const row of table.tBodies[0].rows) {
			const cell = row.insertCell();
			if (!row.dataset.key) {
				continue;
			}
			const texts = [...row.cells].map((each) => each.textContent);
			const hints = Object.fromEntries(Object.entries(how.hints).map(([column, place]) => [column, texts[place]]));
			cell.append(button("Edit", texts[0], () => fill(form, editor, { [how.key]: row.dataset.key }, how.next, hints)));
			for (const page of row.dataset.pages?.split(" ") ?? []) {
				cell.append(button(`Split off ${page.split("/")[2]}`, `from ${texts[0]}`,
					() => fill(form, editor, { [how.key]: row.dataset.key, split: page }, "split", hints)));
			}
		}
	}
}
