package io.mokuroku.review.template;

import java.time.InstantSource;
import java.util.Map;

import io.mokuroku.review.AwsFake;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Templates to test with.
 */
public final class TestTemplates {

	private TestTemplates() {
	}

	/** The templates of this build. */
	public static TemplateFamily builtIn() {
		return new TemplateConfiguration().builtInTemplates();
	}

	/**
	 * Deploys the templates of this build with something at the end of one page, and
	 * shows them.
	 */
	public static void show(DeployTemplates deployTemplates, String file, String addition, String by) {
		String source = builtIn().find(file).orElseThrow() + addition;
		DeployOutcome outcome = deployTemplates.deploy(new TemplateFamily(Map.of(file, source)), by);
		if (!(outcome instanceof DeployOutcome.Deployed(Deployment deployment, boolean _))) {
			throw new IllegalStateException(outcome.toString());
		}
		if (deployTemplates.show(deployment.version(), by).isEmpty()) {
			throw new IllegalStateException("not deployed: " + deployment.version());
		}
	}

	/** Templates whose database does not answer. */
	public static PageTemplates unreachable() {
		return new PageTemplates(new Templates(AwsFake.unreachable(DynamoDbClient.builder())),
				new TemplateConfiguration().builtInTemplates(), InstantSource.system());
	}

}
