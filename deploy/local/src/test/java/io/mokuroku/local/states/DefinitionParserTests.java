package io.mokuroku.local.states;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is refused when a machine is created, and where it says the problem is.
 */
class DefinitionParserTests {

	private static final String TASK = """
			"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
			"Arguments": {"QueueUrl": "q", "MessageBody": "b"}, "End": true""";

	private static List<String> problems(String definition) {
		InvalidDefinition ex = catchThrowableOfType(InvalidDefinition.class, () -> DefinitionParser.parse(definition));
		assertThat(ex).as("refused").isNotNull();
		return ex.problems().stream().map(Problem::toString).toList();
	}

	private static String state(String fields) {
		return TestMachines.machine("A", "\"A\": {" + fields + "}");
	}

	@Test
	void knowsEveryStateType() {
		Definition definition = DefinitionParser
			.parse("""
					{"Comment": "all", "Version": "1.0", "QueryLanguage": "JSONata", "TimeoutSeconds": 60, "StartAt": "Pass",
					"States": {
					"Pass": {"Type": "Pass", "Comment": "c", "QueryLanguage": "JSONata", "Next": "Choice"},
					"Choice": {"Type": "Choice", "Choices": [{"Condition": true, "Next": "Wait"}], "Default": "Fail"},
					"Wait": {"Type": "Wait", "Seconds": 1, "Next": "Parallel"},
					"Parallel": {"Type": "Parallel", "Branches": [{"StartAt": "Inner", "States":
					{"Inner": {"Type": "Succeed"}}}], "Next": "Map"},
					"Map": {"Type": "Map", "ItemProcessor": {"StartAt": "Task", "States": {"Task": {%s}}}, "Next": "Succeed"},
					"Succeed": {"Type": "Succeed"}, "Fail": {"Type": "Fail"}}}"""
				.formatted(TASK));
		assertThat(definition.flow().states()).hasSize(7);
		assertThat(definition.timeoutSeconds()).isEqualTo(60);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					"Type": "Pass", "Result": 1, "End": true | Field 'Result' is not supported at /States/A/Result
					"Type": "Pass", "InputPath": "$", "End": true | Field 'InputPath' is not supported at /States/A/InputPath
					"Type": "Pass", "Parameters": {}, "End": true | Field 'Parameters' is not supported at /States/A/Parameters
					"Type": "Pass", "QueryLanguage": "JSONPath", "End": true | Query language 'JSONPath' is not supported, only 'JSONata' is at /States/A/QueryLanguage
					"Type": "Pass" | Exactly one of [Next, End] is required at /States/A
					"Type": "Pass", "End": true, "Next": "A" | Exactly one of [Next, End] is required at /States/A
					"Type": "Pass", "Next": "B" | State 'B' does not exist at /States/A
					"Type": "Pass", "Retry": [], "End": true | Field 'Retry' is not supported at /States/A/Retry
					"Type": "Pass", "Output": "{% 1 +", "End": true | A JSONata string must start with '{%' and end with '%}' at /States/A/Output
					"Type": "Pass", "Output": "{% $eval('1') %}", "End": true | The function $eval is not supported at /States/A/Output
					"Type": "Pass", "Output": "{% $states.result %}", "End": true | $states.result does not exist here at /States/A/Output
					"Type": "Pass", "Output": {"x": ["{% $states.nope %}"]}, "End": true | $states.nope does not exist here at /States/A/Output/x/0
					"Type": "Pass", "Assign": {"states": 1}, "End": true | 'states' is not a legal variable name at /States/A/Assign/states
					"Type": "Pass", "Assign": {"a b": 1}, "End": true | 'a b' is not a legal variable name at /States/A/Assign/a b
					"Type": "Magic", "End": true | State type 'Magic' is not supported at /States/A/Type
					"Type": "Succeed", "End": true | Field 'End' is not supported at /States/A/End
					"Type": "Succeed", "Assign": {} | Field 'Assign' is not supported at /States/A/Assign
					"Type": "Fail", "ErrorPath": "$.x" | Field 'ErrorPath' is not supported at /States/A/ErrorPath
					"Type": "Fail", "Error": 5 | Expected a string at /States/A/Error
					"Type": "Wait", "End": true | A Wait state needs exactly one of [Seconds, Timestamp] at /States/A
					"Type": "Wait", "Seconds": 1, "Timestamp": "2026-01-01T00:00:00Z", "End": true | A Wait state needs exactly one of [Seconds, Timestamp] at /States/A
					"Type": "Wait", "Seconds": -1, "End": true | Expected a whole number from 0 to 99999999 at /States/A/Seconds
					"Type": "Wait", "Seconds": "5", "End": true | Expected a number or a JSONata string at /States/A/Seconds
					"Type": "Wait", "SecondsPath": "$.s", "End": true | Field 'SecondsPath' is not supported at /States/A/SecondsPath
					"Type": "Wait", "Timestamp": "tomorrow", "End": true | Expected an ISO-8601 timestamp with an offset at /States/A/Timestamp
					"Type": "Choice", "Choices": [] | Expected an array that is not empty at /States/A/Choices
					"Type": "Choice", "Choices": [{"Condition": "yes", "Next": "A"}] | Expected true, false or a JSONata string at /States/A/Choices/0/Condition
					"Type": "Choice", "Choices": [{"Variable": "$.x", "StringEquals": "y", "Next": "A"}] | These fields are required: [Condition] at /States/A/Choices/0
					"Type": "Choice", "Choices": [{"Condition": true, "Next": "Z"}] | State 'Z' does not exist at /States/A
					"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {}, "End": true | Resource 'arn:aws:states:::lambda:invoke' is not supported at /States/A/Resource
					"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": {"QueueUrl": "q"}, "End": true | These fields are required: [MessageBody] at /States/A/Arguments
					"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": {"QueueUrl": "q", "MessageBody": "b", "Colour": 1}, "End": true | Field 'Colour' is not supported at /States/A/Arguments/Colour
					"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true | These fields are required: [Arguments] at /States/A
					"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "Arguments": "{% {} %}", "End": true | Field 'Parameters' is not supported at /States/A/Parameters
					"Type": "Parallel", "Branches": [{"StartAt": "X", "States": {"B": {"Type": "Succeed"}}}], "End": true | State 'X' does not exist at /States/A/Branches/0/StartAt
					"Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}], "End": true | The state name 'A' is used twice at /States/A/Branches/0/States/A
					"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"}, "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}, "End": true | Mode 'DISTRIBUTED' is not supported, only 'INLINE' is at /States/A/ItemProcessor/ProcessorConfig/Mode
					"Type": "Map", "ItemReader": {}, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}, "End": true | Field 'ItemReader' is not supported at /States/A/ItemReader
					"Type": "Map", "Items": {"a": 1}, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}, "End": true | Expected an array or a JSONata string at /States/A/Items
					"Type": "Map", "ToleratedFailurePercentage": 101, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}, "End": true | Expected a whole number from 0 to 100 at /States/A/ToleratedFailurePercentage
					""")
	void refusesWhatItWouldNotRun(String fields, String problem) {
		assertThat(problems(state(fields))).contains(problem);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					"Credentials": {} | Field 'Credentials' is not supported at /States/A/Credentials
					"ResultPath": null | Field 'ResultPath' is not supported at /States/A/ResultPath
					"TimeoutSeconds": 10, "HeartbeatSeconds": 10 | HeartbeatSeconds must be less than TimeoutSeconds at /States/A/HeartbeatSeconds
					"TimeoutSeconds": 0 | Expected a whole number from 1 to 99999999 at /States/A/TimeoutSeconds
					"Retry": [{"ErrorEquals": []}] | Expected an array of strings that is not empty at /States/A/Retry/0/ErrorEquals
					"Retry": [{"ErrorEquals": ["States.ALL", "X"]}] | States.ALL must stand alone at /States/A/Retry/0/ErrorEquals
					"Retry": [{"ErrorEquals": ["States.ALL"]}, {"ErrorEquals": ["X"]}] | States.ALL must be in the last entry at /States/A/Retry/0
					"Retry": [{"ErrorEquals": ["States.Unheard"]}] | Error name 'States.Unheard' is not known at /States/A/Retry/0/ErrorEquals
					"Retry": [{"ErrorEquals": ["X"], "BackoffRate": 0.5}] | Expected a number of 1.0 or more at /States/A/Retry/0/BackoffRate
					"Retry": [{"ErrorEquals": ["X"], "JitterStrategy": "SOME"}] | JitterStrategy 'SOME' is not supported, only FULL and NONE are at /States/A/Retry/0/JitterStrategy
					"Retry": [{"ErrorEquals": ["X"], "IntervalSeconds": 5, "MaxDelaySeconds": 5}] | MaxDelaySeconds must be greater than IntervalSeconds at /States/A/Retry/0/MaxDelaySeconds
					"Catch": [{"ErrorEquals": ["X"], "Next": "Z"}] | State 'Z' does not exist at /States/A
					"Catch": [{"ErrorEquals": ["X"], "ResultPath": "$.e", "Next": "A"}] | Field 'ResultPath' is not supported at /States/A/Catch/0/ResultPath
					"Catch": [{"ErrorEquals": ["X"], "Output": "{% $states.result %}", "Next": "A"}] | $states.result does not exist here at /States/A/Catch/0/Output
					"Output": "{% $states.errorOutput %}" | $states.errorOutput does not exist here at /States/A/Output
					""")
	void refusesWhatATaskWouldNotDo(String fields, String problem) {
		assertThat(problems(state(TASK + ", " + fields))).contains(problem);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}} | Only JSONata machines are supported: set QueryLanguage to 'JSONata' at /
					{"QueryLanguage": "JSONata", "States": {"A": {"Type": "Succeed"}}} | These fields are required: [StartAt] at /
					{"QueryLanguage": "JSONata", "StartAt": "A", "States": {}} | Expected an object that is not empty at /States
					{"QueryLanguage": "JSONata", "StartAt": "B", "States": {"A": {"Type": "Succeed"}}} | State 'B' does not exist at /StartAt
					{"QueryLanguage": "JSONata", "StartAt": "A", "Version": "2.0", "States": {"A": {"Type": "Succeed"}}} | Version '2.0' is not supported, only '1.0' is at /Version
					{"QueryLanguage": "JSONata", "StartAt": "A", "Magic": 1, "States": {"A": {"Type": "Succeed"}}} | Field 'Magic' is not supported at /Magic
					{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}}} | State 'B' cannot be reached at /States/B
					{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": 5}} | Expected a JSON object at /States/A
					[] | Expected a JSON object at /
					""")
	void refusesMachinesThatAreNone(String definition, String problem) {
		assertThat(problems(definition)).contains(problem);
	}

	@Test
	void innerFlowMustNotAssignOuterVariables() {
		assertThat(problems(TestMachines.machine("A", """
				"A": {"Type": "Pass", "Assign": {"v": 1}, "Next": "P"},
				"P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "B", "States":
				{"B": {"Type": "Pass", "Assign": {"v": 2}, "End": true}}}]}""")))
			.contains("Variable 'v' belongs to an outer scope at /States/P/Branches/0/States/B/Assign");
	}

	@Test
	void refusesTextThatIsNoJsonOrNamesAFieldTwice() {
		assertThat(problems("{")).first().asString().startsWith("Not valid JSON");
		assertThat(problems("")).first().asString().startsWith("Not valid JSON");
		assertThat(problems("{\"StartAt\": \"A\", \"StartAt\": \"B\"}")).first().asString().contains("Duplicate");
	}

	@Test
	void saysEverythingThatIsWrongAtOnce() {
		assertThatExceptionOfType(InvalidDefinition.class)
			.isThrownBy(() -> DefinitionParser.parse(state("\"Type\": \"Wait\", \"Foo\": 1")))
			.satisfies((ex) -> assertThat(ex.problems()).hasSize(3));
	}

}
