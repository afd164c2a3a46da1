package io.mokuroku.search.list;

/**
 * What the API has answered.
 */
final class ListExamples {

	/** To {@code page[size]=1}. */
	static final String POPULAR = """
			{"data":[{"type":"anime","id":"5d3e048b-7fda-5087-9585-19d90b4865a0","attributes":{"title":"Hoshi no Tegami",
			"type":"TV","status":"ONGOING","season":"FALL","year":2026,"episodes":12,"score":7.5,"subjects":["mystery"],
			"lifecycle":"DRAFT","nextAiring":"2026-11-28T19:15:00Z"},"meta":{"place":1}}],"meta":{"list":"popular",
			"total":40,"generation":"20261127T221505.377Z-24648a5e","generatedAt":"2026-11-27T22:15:05.377Z",
			"ageSeconds":1,"source":"redis","degraded":false},
			"links":{"next":"/v1/lists/popular?page%5Bsize%5D=1&page%5Bcursor%5D=MjAyNjExMjdUMjIxNTA1LjM3N1otMjQ2NDhhNWUvMQ"}}""";

	private ListExamples() {
	}

}
