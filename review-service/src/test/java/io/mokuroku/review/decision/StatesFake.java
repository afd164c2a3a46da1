package io.mokuroku.review.decision;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.mokuroku.review.AwsFake;
import io.mokuroku.review.AwsFake.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Takes answers as Step Functions does and records them.
 */
public final class StatesFake implements AutoCloseable {

	private final AwsFake http = AwsFake.start();

	private final List<Answered> answers = new CopyOnWriteArrayList<>();

	private final Map<String, Reply> refusals = new ConcurrentHashMap<>();

	private StatesFake() {
		for (String action : List.of("SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat")) {
			this.http.on("AWSStepFunctions." + action, (request) -> answer(action, request));
		}
	}

	/** Starts it on a free port of the loopback address. */
	public static StatesFake start() {
		return new StatesFake();
	}

	/** Where it listens. */
	public URI address() {
		return this.http.address();
	}

	/** What it was told, in order. */
	public List<Answered> answers() {
		return List.copyOf(this.answers);
	}

	/** Refuses answers for a token from now on. */
	public void refuse(String token, int status, String error) {
		this.refusals.put(token, Reply.failure(status, error));
	}

	private Reply answer(String action, JsonNode request) {
		String token = request.path("taskToken").asString();
		Reply refusal = this.refusals.get(token);
		if (refusal != null) {
			return refusal;
		}
		if (!action.equals("SendTaskHeartbeat")) {
			this.answers.add(new Answered(action, token, request));
		}
		return Reply.ok(Map.of());
	}

	@Override
	public void close() {
		this.http.close();
	}

	/**
	 * One answer.
	 *
	 * @param action {@code SendTaskSuccess} or {@code SendTaskFailure}
	 * @param token what waited for it
	 * @param body the request
	 */
	public record Answered(String action, String token, JsonNode body) {
	}

}
