package io.mokuroku.search.agentic.model;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolInputSchema;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultStatus;
import software.amazon.awssdk.services.bedrockruntime.model.ToolSpecification;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/**
 * Requests in the words of Bedrock. Qwen models refuse stop sequences, and every block of
 * text must say something.
 */
final class BedrockRequests {

	private BedrockRequests() {
	}

	static ConverseRequest whole(Converse.Request request) {
		return ConverseRequest.builder()
			.modelId(request.model())
			.system(SystemContentBlock.fromText(request.system()))
			.messages(messages(request))
			.toolConfig(tools(request))
			.inferenceConfig(inference(request))
			.build();
	}

	static ConverseStreamRequest live(Converse.Request request) {
		return ConverseStreamRequest.builder()
			.modelId(request.model())
			.system(SystemContentBlock.fromText(request.system()))
			.messages(messages(request))
			.toolConfig(tools(request))
			.inferenceConfig(inference(request))
			.build();
	}

	private static InferenceConfiguration inference(Converse.Request request) {
		return InferenceConfiguration.builder().maxTokens(request.maxTokens()).temperature(0f).build();
	}

	private static ToolConfiguration tools(Converse.Request request) {
		return ToolConfiguration.builder()
			.tools(request.tools()
				.stream()
				.map((tool) -> software.amazon.awssdk.services.bedrockruntime.model.Tool
					.fromToolSpec(ToolSpecification.builder()
						.name(tool.name())
						.description(tool.description())
						.inputSchema(ToolInputSchema.fromJson(Documents.of(tool.schema())))
						.build()))
				.toList())
			.build();
	}

	private static List<software.amazon.awssdk.services.bedrockruntime.model.Message> messages(
			Converse.Request request) {
		return request.messages().stream().map(BedrockRequests::message).toList();
	}

	private static software.amazon.awssdk.services.bedrockruntime.model.Message message(Message message) {
		return switch (message) {
			case Message.Asked(String text) -> message(ConversationRole.USER, List.of(ContentBlock.fromText(text)));
			case Message.Replied(Reply reply) -> message(ConversationRole.ASSISTANT, said(reply));
			case Message.Given(List<ToolResult> results) ->
				message(ConversationRole.USER, results.stream().map(BedrockRequests::given).toList());
		};
	}

	private static software.amazon.awssdk.services.bedrockruntime.model.Message message(ConversationRole role,
			List<ContentBlock> content) {
		return software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
			.role(role)
			.content(content)
			.build();
	}

	private static List<ContentBlock> said(Reply reply) {
		List<ContentBlock> content = new ArrayList<>();
		if (!reply.text().isBlank()) {
			content.add(ContentBlock.fromText(reply.text()));
		}
		for (ToolUse use : reply.uses()) {
			Document arguments = (use.arguments() != null && use.arguments().isObject()) ? Documents.of(use.arguments())
					: Document.mapBuilder().build();
			content.add(ContentBlock
				.fromToolUse(ToolUseBlock.builder().toolUseId(use.id()).name(use.tool()).input(arguments).build()));
		}
		return content;
	}

	private static ContentBlock given(ToolResult result) {
		return ContentBlock.fromToolResult(ToolResultBlock.builder()
			.toolUseId(result.useId())
			.content(ToolResultContentBlock.fromJson(Documents.of(result.content())))
			.status(result.failed() ? ToolResultStatus.ERROR : ToolResultStatus.SUCCESS)
			.build());
	}

}
