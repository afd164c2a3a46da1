package io.mokuroku.review.template;

import java.time.InstantSource;

import io.mokuroku.review.AwsFake;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Templates to test with.
 */
public final class TestTemplates {

	private TestTemplates() {
	}

	/** Templates whose database does not answer. */
	public static PageTemplates unreachable() {
		return new PageTemplates(new Templates(AwsFake.unreachable(DynamoDbClient.builder())),
				new TemplateConfiguration().builtInTemplates(), InstantSource.system());
	}

}
