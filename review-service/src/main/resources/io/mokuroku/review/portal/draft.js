/* Keeps what is typed on the server, so that nothing is lost and another device can go on. */

const QUIET = 800;

const AGAIN = 10_000;

export class Draft {

	#form;

	#state;

	#timer = 0;

	#running = false;

	#waiting = false;

	#stopped = false;

	#touches = 0;

	constructor(form, state) {
		this.#form = form;
		this.#state = state;
	}

	/** Something was typed. */
	touch() {
		this.#touches++;
		if (!this.#stopped) {
			this.#tell("Draft not saved yet");
			this.#later(QUIET);
		}
	}

	/** Nothing is kept from now on: the form is sent. */
	stop() {
		this.#stopped = true;
		clearTimeout(this.#timer);
	}

	#later(delay) {
		clearTimeout(this.#timer);
		if (!this.#stopped) {
			this.#timer = setTimeout(() => this.#save(), delay);
		}
	}

	async #save() {
		if (this.#running) {
			this.#waiting = true;
			return;
		}
		this.#running = true;
		try {
			await this.#send();
		}
		catch {
			this.#tell("Draft not saved: the portal does not answer");
			this.#later(AGAIN);
		}
		this.#running = false;
		if (this.#waiting) {
			this.#waiting = false;
			this.#later(QUIET);
		}
	}

	async #send() {
		const sent = this.#touches;
		const body = new URLSearchParams(new FormData(this.#form));
		body.set("draft", this.#form.dataset.draft);
		const answer = await fetch(`/portal/tasks/${this.#form.dataset.task}/draft`,
			{ method: "POST", body, redirect: "manual", headers: { Accept: "application/json" } });
		if (this.#stopped) {
			return;
		}
		if (answer.ok) {
			this.#form.dataset.draft = (await answer.json()).revision;
			if (sent === this.#touches) {
				this.#tell(`Draft saved at ${new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`);
			}
		}
		else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
			this.#end("Draft not saved: you are signed out");
		}
		else if (answer.status === 409) {
			this.#end("Draft not saved: it was changed in another window");
		}
		else if (answer.status < 500) {
			this.#end("Draft not saved: it is too long, or the review is closed");
		}
		else {
			throw new Error(`status ${answer.status}`);
		}
	}

	#end(text) {
		this.stop();
		this.#tell(text);
	}

	#tell(text) {
		this.#state.textContent = text;
	}

}
