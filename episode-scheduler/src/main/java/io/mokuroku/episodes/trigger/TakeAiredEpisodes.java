package io.mokuroku.episodes.trigger;

import java.util.List;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.MessageHandler;
import io.mokuroku.message.PermanentFailure;

/**
 * Takes messages about episodes. One that carries several is taken apart, so that each of
 * them is repeated or refused on its own.
 */
final class TakeAiredEpisodes implements MessageHandler<EpisodeAired> {

	static final String COUNTER = "mokuroku.episodes.triggers";

	private final TriggerEpisode triggerEpisode;

	private final Consumer<List<EpisodeAired>> apart;

	private final MeterRegistry meters;

	/**
	 * Takes messages.
	 * @param apart sends episodes in messages of their own
	 */
	TakeAiredEpisodes(TriggerEpisode triggerEpisode, Consumer<List<EpisodeAired>> apart, MeterRegistry meters) {
		this.triggerEpisode = triggerEpisode;
		this.apart = apart;
		this.meters = meters;
	}

	@Override
	public void handle(EpisodeAired aired) {
		if (!aired.together().isEmpty()) {
			this.apart.accept(aired.apart());
			return;
		}
		try {
			count(switch (this.triggerEpisode.handle(aired)) {
				case Trigger.Requested _ -> "requested";
				case Trigger.Duplicate _ -> "duplicate";
				case Trigger.Confirmed _ -> "confirmed";
				case Trigger.GivenUp givenUp -> givenUp.calendarGoesOn() ? "untitled" : "never_listed";
				case Trigger.PutOff _ -> "put_off";
			});
		}
		catch (PermanentFailure ex) {
			count(ex.code());
			throw ex;
		}
	}

	private void count(String outcome) {
		this.meters.counter(COUNTER, "outcome", outcome).increment();
	}

}
