package io.mokuroku.search.relay;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.anime.FindAnimeId;
import io.mokuroku.upstream.Answer;
import io.mokuroku.upstream.AnswerForm;
import io.mokuroku.upstream.UpstreamApi;
import io.mokuroku.upstream.budget.NoTurn;
import io.mokuroku.upstream.sources.ProviderApis;
import io.mokuroku.upstream.wire.Trouble;
import io.mokuroku.upstream.wire.WireFailure;
import io.mokuroku.web.ApiProblem;
import io.mokuroku.web.ErrorCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks providers for what may be passed on, about anime that the catalogue shows.
 */
final class AskProvider {

	/** For a failure that does not tell how long. */
	private static final Duration LATER = Duration.ofSeconds(30);

	private static final Duration SWITCHED_OFF = Duration.ofHours(1);

	private final ProviderApis providers;

	private final FindAnimeId ids;

	AskProvider(ProviderApis providers, FindAnimeId ids) {
		this.providers = providers;
		this.ids = ids;
	}

	/**
	 * What a provider says.
	 * @throws ApiProblem 404 if the catalogue does not show the anime or the provider
	 * does not have it; 502, 503 or 504 if the provider does not answer
	 */
	Answer<byte[]> ask(RelayedProvider provider, Question question, Asked asked) {
		UpstreamApi api = switch (this.providers.get(provider.word())) {
			case ProviderApis.Access.Open open -> open.api();
			case ProviderApis.Access.Off off -> throw ApiProblem.unavailable(SWITCHED_OFF,
					"%s is off here: %s".formatted(provider.word(), off.reason()));
		};
		String id = asked.idOrNull();
		if (id != null) {
			var _ = this.ids.get(provider.reference(id));
		}
		try {
			return api.find(question.request().apply(asked), form(provider))
				.orElseThrow(() -> ApiProblem.notFound("upstream_not_found", provider.word() + " does not have it"));
		}
		catch (RetryableFailure ex) {
			throw problem(provider, ex);
		}
		catch (PermanentFailure ex) {
			throw ApiProblem.later(ErrorCode.BAD_GATEWAY, LATER,
					ex.code().equals("upstream_unreadable")
							? provider.word() + " answered with something else than JSON"
							: provider.word() + " refuses this question",
					ex);
		}
	}

	private static ApiProblem problem(RelayedProvider provider, RetryableFailure failure) {
		Duration later = Objects.requireNonNullElse(failure.notBefore(), LATER);
		String who = provider.word();
		return switch (failure.getCause()) {
			case NoTurn turn when turn.paused() ->
				ApiProblem.unavailable(later, who + " has asked to be left alone", failure);
			case NoTurn _ -> ApiProblem.unavailable(later, who + " is needed by others just now", failure);
			case WireFailure wire when wire.trouble() == Trouble.TIMED_OUT ->
				ApiProblem.later(ErrorCode.GATEWAY_TIMEOUT, later, who + " did not answer in time", failure);
			case WireFailure _ -> ApiProblem.later(ErrorCode.BAD_GATEWAY, later, who + " cannot be reached", failure);
			case null, default -> ApiProblem.unavailable(later, who + " is not well", failure);
		};
	}

	/** Bytes as they came, if they are JSON. */
	private static AnswerForm<byte[]> form(RelayedProvider provider) {
		return AnswerForm.of("JSON", provider.mediaType(), AskProvider::checked);
	}

	private static byte[] checked(byte[] body) throws IOException {
		try (JsonParser json = JsonMapper.shared().createParser(body)) {
			if (json.nextToken() == null) {
				throw new IOException("not JSON: nothing");
			}
			json.skipChildren();
			return body;
		}
		catch (JacksonException ex) {
			throw new IOException("not JSON", ex);
		}
	}

}
