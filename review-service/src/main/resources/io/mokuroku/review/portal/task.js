/* The page of one review: picks, checks while typing, drafts. */

import { Draft } from "./draft.js";
import { controlOf, decisionOf, editsOf, isChanged, proposedOf } from "./fields.js";
import { listen, step } from "./keys.js";
import { addRows, offerCorrections, placeOf } from "./lists.js";
import { Tabs } from "./tabs.js";
import { validate } from "./validate.js";

const announcer = document.querySelector("[data-announcer]");

let schema = null;

function say(text) {
	announcer.textContent = text;
}

function setText(element, text) {
	if (element && element.textContent !== text) {
		element.textContent = text;
	}
}

/** The field of the form that a place in the decision belongs to. */
function nameOf(path) {
	return path[0] === "edits" ? String(path[1] ?? "edits") : String(path[0]);
}

/** Says in which row of a list something is wrong, as people count them: with the blank ones. */
function inRow(form, fault) {
	return fault.path[0] === "edits" && Number.isInteger(fault.path[2]) && fault.path.length > 3 && fault.path[1] !== "relations"
		? `row ${placeOf(form, fault.path[1], fault.path[2])}: ${fault.rule}` : fault.rule;
}

function show(form, tabs, faults) {
	const byName = new Map();
	faults.forEach((fault) => {
		const name = nameOf(fault.path);
		byName.set(name, byName.get(name) ?? inRow(form, fault));
	});
	for (const place of form.querySelectorAll(".fault")) {
		const control = document.getElementById(place.id.replace(/-fault$/, ""));
		const rule = byName.get(place.id.replace(/^field-|-fault$/g, ""));
		setText(place, rule ?? "");
		if (control?.matches("input, textarea, select")) {
			control.ariaInvalid = rule ? "true" : null;
		}
	}
	tabs.mark((panel) => [...panel.querySelectorAll(".fault")].some((place) => place.textContent));
}

function whileTyping(form) {
	const decision = decisionOf(form, "APPROVE_WITH_EDITS");
	return schema ? validate(schema, decision).filter((fault) => fault.path.length > 1 || fault.path[0] === "note") : [];
}

function refresh(form, tabs) {
	for (const field of form.querySelectorAll("[data-field]")) {
		const changed = ["relations", "rows"].includes(field.dataset.kind) || controlOf(field) ? isChanged(field) : false;
		field.classList.toggle("edited", changed);
		const undo = field.querySelector("[data-undo]");
		if (undo) {
			undo.hidden = !changed;
		}
	}
	const count = Object.keys(editsOf(form)).length;
	const withEdits = form.querySelector("[data-approve-edits]");
	form.querySelector("[data-approve]").hidden = count > 0;
	if (withEdits) {
		withEdits.hidden = count === 0;
		setText(withEdits, `Approve with ${count} ${count === 1 ? "edit" : "edits"}`);
	}
	show(form, tabs, whileTyping(form));
}

function put(control, text) {
	control.value = text;
	control.dispatchEvent(new Event("input", { bubbles: true }));
}

function clicked(form, event) {
	const button = event.target.closest("button");
	const field = button?.closest("[data-field]");
	if (button?.dataset.pick !== undefined) {
		const control = button.dataset.pickFor ? form.elements[button.dataset.pickFor] : controlOf(field);
		put(control, button.dataset.pick);
		say(`Picked: ${button.dataset.pick.slice(0, 80)}`);
	}
	else if (button?.dataset.undo !== undefined) {
		put(controlOf(field), proposedOf(field));
		controlOf(field).focus();
		say("As proposed again");
	}
}

function submitted(form, tabs, draft, event) {
	const verdict = event.submitter?.name === "decision" ? event.submitter.value : null;
	const faults = verdict && schema ? validate(schema, decisionOf(form, verdict)) : [];
	if (faults.length === 0) {
		draft.stop();
		return;
	}
	event.preventDefault();
	show(form, tabs, faults);
	const id = `field-${nameOf(faults[0].path)}`;
	const target = document.getElementById(id);
	target?.closest("details")?.setAttribute("open", "");
	tabs.reveal(id);
	target?.focus();
	say(`${faults.length === 1 ? "One thing is" : `${faults.length} things are`} not right yet: ${nameOf(faults[0].path)} ${faults[0].rule}`);
}

function addRelation(form) {
	const rows = [...form.querySelectorAll("[data-relation]")];
	const last = rows.at(-1);
	if (last?.querySelector("input[name='relations.target']:not([type=hidden])")?.value) {
		const next = last.cloneNode(true);
		next.querySelectorAll("select, input").forEach((control) => {
			control.value = "";
			control.setAttribute("aria-label", control.getAttribute("aria-label").replace(/\d+$/, String(rows.length + 1)));
		});
		last.after(next);
	}
}

function edit(form, tabs) {
	const draft = new Draft(form, form.querySelector("[data-draft-state]"));
	let pending = 0;
	form.addEventListener("input", () => {
		draft.touch();
		cancelAnimationFrame(pending);
		pending = requestAnimationFrame(() => {
			addRelation(form);
			addRows(form);
			refresh(form, tabs);
		});
	});
	form.addEventListener("click", (event) => clicked(form, event));
	form.addEventListener("submit", (event) => submitted(form, tabs, draft, event));
	form.querySelectorAll("[data-pick]").forEach((button) => {
		button.hidden = false;
	});
	offerCorrections(form);
	refresh(form, tabs);
	fetch("/portal/decision.schema.json").then((answer) => answer.json()).then((rules) => {
		schema = rules;
		form.dataset.checked = "true";
		refresh(form, tabs);
	}).catch(() => say("Fields are checked once you send them"));
}

function visible(selector) {
	return [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
}

/** Brings the page of a review to life. */
export function open(bar) {
	const tabs = new Tabs(bar);
	const form = document.querySelector("form.decision");
	if (form) {
		edit(form, tabs);
	}
	const controls = () => [...tabs.panel.querySelectorAll("[data-field]")].map(controlOf).filter((each) => each);
	const actions = {
		j: () => step(controls(), 1),
		k: () => step(controls(), -1),
		n: () => document.getElementById("field-note")?.focus(),
		a: () => visible("[data-approve], [data-approve-edits]")?.focus(),
		r: () => visible(".bar button.danger")?.focus(),
		q: () => location.assign("/portal")
	};
	for (let place = 0; place < tabs.size; place++) {
		actions[place + 1] = () => tabs.go(place);
	}
	listen(actions);
}
