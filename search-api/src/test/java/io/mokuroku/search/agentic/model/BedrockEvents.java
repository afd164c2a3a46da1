package io.mokuroku.search.agentic.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replies as Bedrock writes them: one JSON document, or frames of
 * {@code application/vnd.amazon.eventstream}.
 */
final class BedrockEvents {

	private static final JsonMapper JSON = new JsonMapper();

	private static final int PIECE = 7;

	private BedrockEvents() {
	}

	/** In a document arguments are JSON; what is none has come to nothing there. */
	static String whole(Said.Reply reply) {
		ObjectNode document = JSON.createObjectNode();
		ObjectNode message = document.putObject("output").putObject("message").put("role", "assistant");
		ArrayNode content = message.putArray("content");
		int number = 0;
		boolean uses = false;
		for (Said.Block block : reply.blocks()) {
			if (block.tool() == null) {
				content.addObject().put("text", block.text());
				continue;
			}
			uses = true;
			ObjectNode use = content.addObject().putObject("toolUse");
			use.put("toolUseId", "tooluse_" + number++).put("name", block.tool());
			try {
				use.set("input", JSON.readTree(block.arguments()));
			}
			catch (JacksonException ex) {
				use.put("input", block.arguments());
			}
		}
		document.put("stopReason", uses ? "tool_use" : "end_turn");
		document.set("usage", usage(reply));
		document.putObject("metrics").put("latencyMs", 5);
		return document.toString();
	}

	static void reply(OutputStream out, Said.Reply reply) throws IOException {
		begin(out);
		int index = 0;
		boolean uses = false;
		for (Said.Block block : reply.blocks()) {
			if (block.tool() == null) {
				for (int at = 0; at < block.text().length(); at += PIECE) {
					words(out, index, block.text().substring(at, Math.min(at + PIECE, block.text().length())));
				}
				if (block.text().isEmpty()) {
					words(out, index, "");
				}
			}
			else {
				uses = true;
				use(out, index, block.tool(), String.valueOf(block.arguments()));
			}
			event(out, "contentBlockStop", JSON.createObjectNode().put("contentBlockIndex", index++));
		}
		event(out, "messageStop", JSON.createObjectNode().put("stopReason", uses ? "tool_use" : "end_turn"));
		ObjectNode metadata = JSON.createObjectNode();
		metadata.set("usage", usage(reply));
		metadata.putObject("metrics").put("latencyMs", 5);
		event(out, "metadata", metadata);
	}

	static void breakOff(OutputStream out, Said.BreaksOff broken) throws IOException {
		begin(out);
		words(out, 0, broken.words());
		frame(out, Map.of(":message-type", HeaderValue.fromString("exception"), ":exception-type",
				HeaderValue.fromString(broken.type()), ":content-type", HeaderValue.fromString("application/json")),
				JSON.createObjectNode().put("message", "told by a test"));
	}

	static void begin(OutputStream out) throws IOException {
		event(out, "messageStart", JSON.createObjectNode().put("role", "assistant"));
	}

	static void words(OutputStream out, int index, String words) throws IOException {
		ObjectNode delta = JSON.createObjectNode().put("contentBlockIndex", index);
		delta.putObject("delta").put("text", words);
		event(out, "contentBlockDelta", delta);
	}

	private static void use(OutputStream out, int index, String tool, String arguments) throws IOException {
		ObjectNode start = JSON.createObjectNode().put("contentBlockIndex", index);
		start.putObject("start").putObject("toolUse").put("toolUseId", "tooluse_" + index).put("name", tool);
		event(out, "contentBlockStart", start);
		for (int at = 0; at < arguments.length(); at += PIECE) {
			ObjectNode delta = JSON.createObjectNode().put("contentBlockIndex", index);
			delta.putObject("delta")
				.putObject("toolUse")
				.put("input", arguments.substring(at, Math.min(at + PIECE, arguments.length())));
			event(out, "contentBlockDelta", delta);
		}
	}

	private static ObjectNode usage(Said.Reply reply) {
		return JSON.createObjectNode()
			.put("inputTokens", reply.tokensIn())
			.put("outputTokens", reply.tokensOut())
			.put("totalTokens", reply.tokensIn() + reply.tokensOut());
	}

	private static void event(OutputStream out, String type, ObjectNode payload) throws IOException {
		frame(out, Map.of(":message-type", HeaderValue.fromString("event"), ":event-type", HeaderValue.fromString(type),
				":content-type", HeaderValue.fromString("application/json")), payload);
	}

	private static void frame(OutputStream out, Map<String, HeaderValue> headers, ObjectNode payload)
			throws IOException {
		ByteBuffer bytes = new Message(headers, payload.toString().getBytes(StandardCharsets.UTF_8)).toByteBuffer();
		out.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
		out.flush();
	}

}
