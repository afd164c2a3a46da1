package io.mokuroku.search.agentic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.mokuroku.search.agentic.tool.Step;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;

/**
 * Server-sent events, each written at once. JSON has no line breaks here, so every event
 * is one line of data.
 */
final class EventStream implements Progress {

	private final OutputStream out;

	private final JsonMapper json;

	EventStream(HttpServletResponse response, JsonMapper json) throws IOException {
		response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Accel-Buffering", "no");
		this.out = response.getOutputStream();
		this.json = json;
	}

	@Override
	public boolean live() {
		return true;
	}

	@Override
	public void plans(AnswerMeta.Planner planner) {
		send("plan", planner);
	}

	@Override
	public void searched(Step step) {
		send("search", step);
	}

	@Override
	public void says(String text) {
		send("text", Map.of("text", text));
	}

	/** A comment, which clients skip and by which we notice that one has left. */
	@Override
	public void waits() {
		write(":\n\n");
	}

	/**
	 * Sends an event.
	 * @throws Progress.Gone if the client has left
	 */
	void send(String name, Object data) {
		write("event: " + name + "\ndata: " + this.json.writeValueAsString(data) + "\n\n");
	}

	private void write(String text) {
		try {
			this.out.write(text.getBytes(StandardCharsets.UTF_8));
			this.out.flush();
		}
		catch (IOException ex) {
			throw new Gone(ex);
		}
	}

}
