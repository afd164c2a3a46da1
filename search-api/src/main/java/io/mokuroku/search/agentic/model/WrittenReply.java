package io.mokuroku.search.agentic.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reply while it comes, whole or in pieces. Blocks of other kinds than words and uses
 * of tools, such as what a model thinks, are skipped. What a model calls its uses is not
 * kept: Bedrock takes less in a request than it gives in a reply.
 */
final class WrittenReply {

	/** More than any model writes within its tokens. */
	private static final int LONGEST = 100_000;

	private static final String NAME = "[a-zA-Z0-9_-]{1,64}";

	private final TreeMap<Integer, Block> blocks = new TreeMap<>();

	private final Transmission transmission = new Transmission();

	private int length;

	private @Nullable TokenUsage usage;

	ConverseStreamResponseHandler.Visitor visitor() {
		return ConverseStreamResponseHandler.Visitor.builder()
			.onContentBlockStart(this::begins)
			.onContentBlockDelta(this::goesOn)
			.onMetadata(this::ends)
			.build();
	}

	void read(ConverseResponse response) {
		int index = 0;
		List<ContentBlock> content = (response.output() != null && response.output().message() != null)
				? response.output().message().content() : List.of();
		for (ContentBlock block : content) {
			switch (block.type()) {
				case TEXT -> add(index, block.text());
				case TOOL_USE -> this.blocks.put(index, new Block(block.toolUse().name(),
						(block.toolUse().input() != null) ? Documents.json(block.toolUse().input()) : null));
				default -> {
				}
			}
			index++;
		}
		this.usage = response.usage();
	}

	/**
	 * The reply as it is now.
	 * @param place of the reply in the conversation
	 */
	synchronized Reply reply(int place, JsonMapper json) {
		StringBuilder text = new StringBuilder();
		List<ToolUse> uses = new ArrayList<>();
		for (Block block : this.blocks.values()) {
			if (block.tool == null) {
				text.append(block.written);
			}
			else {
				uses.add(new ToolUse("use-%d-%d".formatted(place, uses.size()),
						block.tool.matches(NAME) ? block.tool : "unknown",
						(block.arguments != null) ? block.arguments : arguments(block.written.toString(), json)));
			}
		}
		TokenUsage used = this.usage;
		return new Reply(text.toString(), uses, tokens((used != null) ? used.inputTokens() : null),
				tokens((used != null) ? used.outputTokens() : null));
	}

	/** Of the request. */
	Transmission transmission() {
		return this.transmission;
	}

	/** Whether it is known what the reply costs. */
	synchronized boolean counted() {
		return this.usage != null;
	}

	private synchronized void begins(ContentBlockStartEvent event) {
		if (event.start() != null && event.start().toolUse() != null) {
			this.blocks.put(event.contentBlockIndex(), new Block(String.valueOf(event.start().toolUse().name()), null));
		}
	}

	private synchronized void goesOn(ContentBlockDeltaEvent event) {
		if (event.delta() == null) {
			return;
		}
		if (event.delta().text() != null) {
			add(event.contentBlockIndex(), event.delta().text());
		}
		else if (event.delta().toolUse() != null && event.delta().toolUse().input() != null) {
			add(event.contentBlockIndex(), event.delta().toolUse().input());
		}
	}

	private synchronized void ends(ConverseStreamMetadataEvent event) {
		this.usage = event.usage();
	}

	private void add(int index, String text) {
		this.length += text.length();
		if (this.length > LONGEST) {
			throw new IllegalStateException("the reply does not end");
		}
		Block block = this.blocks.computeIfAbsent(index, (_) -> new Block(null, null));
		block.written.append(text);
	}

	/** No arguments at all are none, not wrong ones. */
	private static @Nullable JsonNode arguments(String written, JsonMapper json) {
		if (written.isBlank()) {
			return json.createObjectNode();
		}
		try {
			return json.readTree(written);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static long tokens(@Nullable Integer count) {
		return (count != null) ? Math.max(0, count) : 0;
	}

	private static final class Block {

		private final @Nullable String tool;

		private final @Nullable JsonNode arguments;

		private final StringBuilder written = new StringBuilder();

		Block(@Nullable String tool, @Nullable JsonNode arguments) {
			this.tool = tool;
			this.arguments = arguments;
		}

	}

}
