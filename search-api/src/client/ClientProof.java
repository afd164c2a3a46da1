import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AnimeApi;
import org.openapitools.client.api.CalendarApi;
import org.openapitools.client.api.ChangesApi;
import org.openapitools.client.api.IndexApi;
import org.openapitools.client.api.ListsApi;
import org.openapitools.client.api.SearchApi;
import org.openapitools.client.api.WebhooksApi;
import org.openapitools.client.model.ErrorDocument;
import org.openapitools.client.model.ListPage;
import org.openapitools.client.model.ResourceFoundAnime;
import org.openapitools.client.model.SearchFilterParameter;

/**
 * Asks a running search API by a client that was generated from its OpenAPI document.
 */
final class ClientProof {

	private ClientProof() {
	}

	/**
	 * Arguments: the address of the API, a token with the scopes webhooks.manage and
	 * catalogue.index.
	 */
	public static void main(String[] arguments) throws ApiException {
		ApiClient client = new ApiClient();
		client.updateBaseUri(arguments[0]);

		ListPage first = new ListsApi(client).readList("popular", 2, null);
		ResourceFoundAnime found = search(client, first.getData().getFirst().getAttributes().getTitle(), null).getFirst();
		String title = found.getAttributes().getTitle();
		check(found.getId().equals(first.getData().getFirst().getId()), "another one by its title: " + title);
		System.out.println("search: " + title + ", " + found.getId());
		List<ResourceFoundAnime> films = search(client, null, new SearchFilterParameter().type("MOVIE"));
		check(films.stream().allMatch((film) -> film.getAttributes().getType().getValue().equals("MOVIE")), "films");
		System.out.println("search with a filter: " + films.getFirst().getAttributes().getTitle());

		var anime = new AnimeApi(client).anime(found.getId(), "episodes,relations", null, null, null, null, null);
		check(title.equals(anime.getData().getAttributes().getTitles().getMain()), "another one by its id");
		System.out.println("entry: " + anime.getData().getAttributes().getTitles().getMain() + ", included "
				+ anime.getIncluded().size());

		ListPage second = new ListsApi(client).readList("popular", 2, cursor(first.getLinks().getNext()));
		List<String> ids = new ArrayList<>();
		List.of(first, second).forEach((page) -> page.getData().forEach((one) -> ids.add(one.getId())));
		check(ids.stream().distinct().count() == 4, "two pages of two: " + ids);
		System.out.println("list: two pages of " + first.getMeta().getList() + ", of " + first.getMeta().getTotal());

		var week = new CalendarApi(client).calendar(null, null, "Europe/Berlin", null, null, null);
		System.out.println("calendar: " + week.getData().size() + " airings from " + week.getMeta().getFrom());

		var changes = new ChangesApi(client).changes(null, 3, null);
		check(changes.getData().size() == 3, "three changes");
		System.out.println("changes: " + changes.getData().getFirst().getAttributes().getKind() + ", then "
				+ changes.getLinks().get("next"));

		try {
			new WebhooksApi(client).webhooks();
			check(false, "webhooks were told without a token");
		}
		catch (ApiException ex) {
			ErrorDocument error = read(client, ex);
			check(ex.getCode() == 401, "401: " + ex.getCode());
			check(error.getErrors().getFirst().getCode().equals("unauthenticated"), ex.getResponseBody());
			System.out.println("without a token: " + error.getErrors().getFirst().getTitle());
		}
		client.setRequestInterceptor((request) -> request.header("Authorization", "Bearer " + arguments[1]));
		System.out.println("with one: " + new WebhooksApi(client).webhooks().getData().size() + " webhooks, a rebuild "
				+ new IndexApi(client).startRebuild().getData().getAttributes().getState());
		System.out.println("OK");
	}

	private static List<ResourceFoundAnime> search(ApiClient client, String question, SearchFilterParameter filter)
			throws ApiException {
		List<ResourceFoundAnime> found = new SearchApi(client)
			.search(question, 3, null, null, null, null, null, null, null, null, filter)
			.getData();
		check(!found.isEmpty(), "nothing was found for " + question);
		return found;
	}

	private static ErrorDocument read(ApiClient client, ApiException failure) {
		try {
			return client.getObjectMapper().readValue(failure.getResponseBody(), ErrorDocument.class);
		}
		catch (java.io.IOException ex) {
			throw new IllegalStateException("no error document: " + failure.getResponseBody(), ex);
		}
	}

	private static String cursor(String next) {
		for (String parameter : URI.create(next).getQuery().split("&")) {
			if (parameter.startsWith("page[cursor]=")) {
				return parameter.substring(parameter.indexOf('=') + 1);
			}
		}
		throw new IllegalStateException("no cursor in " + next);
	}

	private static void check(boolean holds, String otherwise) {
		if (!holds) {
			throw new IllegalStateException(otherwise);
		}
	}

}
