package io.mokuroku.review.workforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.mokuroku.review.AwsFake;
import io.mokuroku.review.AwsFake.Reply;
import tools.jackson.databind.JsonNode;

/**
 * A user pool whose people sign in with their e-mail address, over HTTP. It gives people
 * of groups one by one, so that whoever lists them must turn pages.
 */
final class CognitoFake {

	static final String POOL = "us-east-1_pool";

	private static final String SERVICE = "AWSCognitoIdentityProviderService.";

	private final List<Person> people = new CopyOnWriteArrayList<>();

	private final List<String> signedOut = new CopyOnWriteArrayList<>();

	private final Set<String> broken = ConcurrentHashMap.newKeySet();

	final AwsFake http = AwsFake.start();

	CognitoFake() {
		on("AdminCreateUser", this::create);
		onPerson("AdminGetUser", (person, _) -> Reply.ok(Map.of("Username", person.sub, "UserAttributes",
				person.attributes(), "Enabled", person.enabled, "UserStatus", "CONFIRMED")));
		onPerson("AdminListGroupsForUser", (person, _) -> Reply
			.ok(Map.of("Groups", person.groups.stream().map((group) -> Map.of("GroupName", group)).toList())));
		onPerson("AdminAddUserToGroup", (person, ask) -> done(person.groups.add(ask.path("GroupName").asString())));
		onPerson("AdminRemoveUserFromGroup",
				(person, ask) -> done(person.groups.remove(ask.path("GroupName").asString())));
		onPerson("AdminEnableUser", (person, _) -> person.enable(true));
		onPerson("AdminDisableUser", (person, _) -> person.enable(false));
		onPerson("AdminUserGlobalSignOut", (person, _) -> done(this.signedOut.add(person.sub)));
		on("ListUsersInGroup", this::list);
	}

	List<String> signedOut() {
		return this.signedOut;
	}

	/** Says of an action whether it fails from now on. */
	void isBroken(String action, boolean now) {
		var _ = now ? this.broken.add(action) : this.broken.remove(action);
	}

	/** Whether somebody may sign in. */
	boolean isEnabled(String username) {
		return find(username).orElseThrow().enabled;
	}

	Set<String> groupsOf(String username) {
		return find(username).orElseThrow().groups;
	}

	private Reply create(JsonNode ask) {
		String email = ask.path("Username").asString();
		if (find(email).isPresent()) {
			return Reply.failure(400, "UsernameExistsException");
		}
		Person person = new Person(email);
		this.people.add(person);
		return Reply.ok(Map.of("User", person.user()));
	}

	private Reply list(JsonNode ask) {
		String group = ask.path("GroupName").asString();
		List<Person> members = this.people.stream().filter((person) -> person.groups.contains(group)).toList();
		int from = Integer.parseInt(ask.path("NextToken").asString("0"));
		List<Map<String, Object>> page = new ArrayList<>();
		if (from < members.size()) {
			page.add(members.get(from).user());
		}
		return Reply.ok((from + 1 < members.size()) ? Map.of("Users", page, "NextToken", Integer.toString(from + 1))
				: Map.of("Users", page));
	}

	private Optional<Person> find(String username) {
		return this.people.stream()
			.filter((person) -> person.sub.equals(username) || person.email.equals(username))
			.findFirst();
	}

	private void onPerson(String action, BiFunction<Person, JsonNode, Reply> answer) {
		on(action, (ask) -> {
			String username = ask.path("Username").asString();
			return find(username).map((person) -> answer.apply(person, ask))
				.orElseGet(() -> Reply.failure(400,
						username.contains(" ") ? "InvalidParameterException" : "UserNotFoundException"));
		});
	}

	private void on(String action, Function<JsonNode, Reply> answer) {
		this.http.on(SERVICE + action, (ask) -> {
			if (this.broken.contains(action)) {
				return Reply.failure(500, "InternalErrorException");
			}
			return ask.path("UserPoolId").asString().equals(POOL) ? answer.apply(ask)
					: Reply.failure(400, "ResourceNotFoundException");
		});
	}

	private static Reply done(boolean ignored) {
		return Reply.ok(Map.of());
	}

	private static final class Person {

		private final String sub = UUID.randomUUID().toString();

		private final String email;

		private final Set<String> groups = new TreeSet<>();

		private boolean enabled = true;

		private Person(String email) {
			this.email = email;
		}

		private Reply enable(boolean now) {
			this.enabled = now;
			return Reply.ok(Map.of());
		}

		private List<Map<String, String>> attributes() {
			return List.of(Map.of("Name", "sub", "Value", this.sub), Map.of("Name", "email", "Value", this.email));
		}

		private Map<String, Object> user() {
			return Map.of("Username", this.sub, "Attributes", attributes(), "Enabled", this.enabled);
		}

	}

}
