package io.mokuroku.local.states;

import java.util.HashMap;
import java.util.Map;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Sends the messages of Task states to SQS and names errors as Step Functions does.
 */
public final class SqsTaskTargets implements TaskTargets {

	private final SqsClient sqs;

	/** Targets behind a client, which stays its owner's to close. */
	public SqsTaskTargets(SqsClient sqs) {
		this.sqs = sqs;
	}

	@Override
	public Receipt send(Message message) throws TaskTargetException {
		Map<String, MessageAttributeValue> attributes = new HashMap<>();
		message.attributes()
			.forEach((name, attribute) -> attributes.put(name,
					MessageAttributeValue.builder()
						.dataType(attribute.dataType())
						.stringValue(attribute.value())
						.build()));
		try {
			SendMessageResponse response = this.sqs.sendMessage((request) -> request.queueUrl(message.queueUrl())
				.messageBody(message.body())
				.messageAttributes(attributes)
				.messageGroupId(message.groupId())
				.messageDeduplicationId(message.deduplicationId())
				.delaySeconds(message.delaySeconds()));
			return new Receipt(response.messageId(), response.md5OfMessageBody());
		}
		catch (AwsServiceException ex) {
			throw new TaskTargetException(nameOf(ex), ex.getMessage(), ex);
		}
		catch (SdkClientException ex) {
			throw new TaskTargetException("SQS.SdkClientException", ex.getMessage(), ex);
		}
	}

	private static String nameOf(AwsServiceException ex) {
		boolean modelled = ex.getClass() != SqsException.class;
		return modelled ? "SQS." + ex.getClass().getSimpleName() : "SQS.AmazonSQSException";
	}

}
