package io.mokuroku.enrichment.workflow;

import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.MessageHandler;
import io.mokuroku.message.MessageSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts what is asked for. A request that has to wait is put back as a new message:
 * waiting for a person or for room is no failure and uses up no attempts.
 */
final class TakeRequest implements MessageHandler<EnrichmentRequested> {

	private static final Logger logger = LoggerFactory.getLogger(TakeRequest.class);

	private final StartEnrichment enrichment;

	private final MessageSender sender;

	TakeRequest(StartEnrichment enrichment, MessageSender sender) {
		this.enrichment = enrichment;
		this.sender = sender;
	}

	@Override
	public void handle(EnrichmentRequested request) {
		switch (this.enrichment.start(request)) {
			case StartOutcome.Started(String execution) ->
				logger.info("enrichment started anime={} mode={} reason={} execution={}", request.animeId(),
						request.mode(), request.reason(), execution);
			case StartOutcome.Busy busy -> {
				this.sender.send(request, busy.askAgainIn());
				logger.debug("enrichment waits anime={} reason={} again-in={}", request.animeId(), busy.reason(),
						busy.askAgainIn());
			}
		}
	}

}
