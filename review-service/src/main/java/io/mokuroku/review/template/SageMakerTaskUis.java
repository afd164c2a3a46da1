package io.mokuroku.review.template;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/**
 * Human task UIs of SageMaker. One cannot be changed there either: a name that is in use
 * has this version's page already.
 */
final class SageMakerTaskUis implements HumanTaskUis {

	private static final Logger logger = LoggerFactory.getLogger(SageMakerTaskUis.class);

	private static final String PREFIX = "mokuroku-review-";

	private final SageMakerClient sageMaker;

	SageMakerTaskUis(SageMakerClient sageMaker) {
		this.sageMaker = sageMaker;
	}

	@Override
	public void register(TemplateVersion version, String template) {
		String name = PREFIX + version;
		try {
			String arn = this.sageMaker
				.createHumanTaskUi((create) -> create.humanTaskUiName(name).uiTemplate((ui) -> ui.content(template)))
				.humanTaskUiArn();
			logger.info("human task UI registered version={} arn={}", version, arn);
		}
		catch (ResourceInUseException _) {
			logger.debug("human task UI is known version={}", version);
		}
		catch (SdkClientException ex) {
			throw new RetryableFailure("SageMaker cannot be reached", ex);
		}
		catch (SageMakerException ex) {
			if (ex.isThrottlingException() || ex.statusCode() >= 500) {
				throw new RetryableFailure("SageMaker is overloaded", ex);
			}
			throw new PermanentFailure("task_ui_refused", "SageMaker refuses the page: " + ex.getMessage(), ex);
		}
	}

}
