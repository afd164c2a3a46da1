package io.mokuroku.local.schedules;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * Delivers through an SQS client, which the caller owns and closes.
 */
public final class SqsQueueDelivery implements QueueDelivery {

	private final SqsClient sqs;

	private final Map<String, String> urls = new ConcurrentHashMap<>();

	public SqsQueueDelivery(SqsClient sqs) {
		this.sqs = sqs;
	}

	@Override
	public void deliver(String queueArn, String body, Map<String, String> attributes) throws DeliveryFailure {
		try {
			String url = this.urls.computeIfAbsent(queueArn, this::urlOf);
			this.sqs.sendMessage((message) -> message.queueUrl(url)
				.messageBody(body)
				.messageAttributes(attributes.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (attribute) -> text(attribute.getValue())))));
		}
		catch (QueueDoesNotExistException ex) {
			this.urls.remove(queueArn);
			throw new DeliveryFailure("AWS.SimpleQueueService.NonExistentQueue", describe(ex), ex);
		}
		catch (AwsServiceException ex) {
			AwsErrorDetails details = ex.awsErrorDetails();
			throw new DeliveryFailure((details != null) ? details.errorCode() : "ServiceException", describe(ex), ex);
		}
		catch (SdkException ex) {
			throw new DeliveryFailure("ServiceUnavailable", String.valueOf(ex.getMessage()), ex);
		}
	}

	private String urlOf(String queueArn) {
		String name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
		return this.sqs.getQueueUrl((queue) -> queue.queueName(name)).queueUrl();
	}

	private static MessageAttributeValue text(String value) {
		return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
	}

	private static String describe(AwsServiceException failure) {
		AwsErrorDetails details = failure.awsErrorDetails();
		return String.valueOf((details != null) ? details.errorMessage() : failure.getMessage());
	}

}
