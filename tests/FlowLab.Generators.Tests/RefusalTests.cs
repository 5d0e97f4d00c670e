using Microsoft.CodeAnalysis;

namespace FlowLab.Generators.Tests;

/// <summary>Everything that the generator refuses, at its line, with a remedy.</summary>
[TestFixture]
internal sealed class RefusalTests
{
    /// <summary>Lines of the layer's head and of the usings before the body.</summary>
    private const int LinesBefore = 6;

    private const string Move = "for (int d = 0; d < z.Length; d++) z[d] += w[d];\n";

    private const string Undone = "[InverseOf(nameof(Forward))] static float Inverse(FeatureVector z, ParameterVector w, float b) { " + Move + "return 0f; }";

    private static IEnumerable<TestCaseData> Bodies =>
    [
        Body("FLG002", 1, "float x = MathF.Cbrt(b);\n" + Move + "return x;"),
        Body("FLG002", 2, Move + "return Other(b);", "private static float Other(float x) => x;"),
        Body("FLG003", 1, "float x = b; while (x > 1f) x *= 0.5f;\n" + Move + "return x;"),
        Body("FLG003", 1, "switch (b) { default: break; }\n" + Move + "return 0f;"),
        Body("FLG003", 2, "float x = b;\nx++;\n" + Move + "return x;"),
        Body("FLG004", 3, "float x = b;\nfor (int d = 0; d < z.Length; d++)\n{ z[d] += x; x *= w[d]; }\nreturn x;"),
        Body("FLG004", 3, "float x = b;\nfor (int d = 0; d < z.Length; d++)\n{ x = XMath.Tanh(x + z[d]); z[d] += x; }\nreturn x;"),
        Body("FLG005", 1, "for (int d = z.Length - 1; d >= 0; d--) z[d] += w[d];\nreturn 0f;"),
        Body("FLG006", 2, Move + "return z[0];"),
        Body("FLG006", 2, "for (int d = 0; d < z.Length; d++)\n z[d] = z[d] + w[0] * z[0];\nreturn 0f;"),
        Body("FLG006", 2, "for (int d = 0; d < z.Length; d++)\n z[d] = z[d] + w[d] * z[z.Length - 1 - d];\nreturn 0f;"),
        Body("FLG007", 1, "z[0] += b;\nreturn 0f;"),
        Body("FLG007", 2, Move + Move + "return 0f;"),
        Body("FLG007", 2, "for (int d = 0; d < z.Length; d++)\n if (b > 0f) z[d] += w[d];\nreturn 0f;"),
        Body("FLG008", 2, "for (int d = 0; d < z.Length; d++)\n z[d] = w[d];\nreturn 0f;"),
        Body("FLG009", 2, Move + "return Self(b);", "[Differentiable] private static float Self(float x) => x > 1f ? Self(0.5f * x) : x;"),
        Body("FLG010", 2, "int i = z[0] > 0f ? 0 : 1;\nfloat x = w[i];\n" + Move + "return x;"),
        Body("FLG013", 1, "double x = b;\n" + Move + "return 0f;"),
        Body("FLG013", 1, "Span<float> x = stackalloc float[100];\n" + Move + "return 0f;"),
    ];

    [TestCaseSource(nameof(Bodies))]
    public void What_has_no_derivative_is_refused_at_its_line(string number, int line, string body, string members)
    {
        GeneratorRun run = GeneratorRun.OfBody(body, members);
        AssertRefused(run, number);
        int found = run.Refusals[0].Location.GetLineSpan().StartLinePosition.Line + 1;
        // A call of itself is refused where it stands, in the other method.
        if (number != "FLG009")
            Assert.That(found - LinesBefore, Is.EqualTo(line), run.Refusals[0].ToString());
    }

    [TestCase("public static float Forward(FeatureVector z, double b) => 0f;", "b is double")]
    [TestCase("public static float Forward(float b, FeatureVector z) => 0f;", "its first parameter is float")]
    [TestCase("public static void Forward(FeatureVector z) { }", "it returns void")]
    public void Another_signature_is_refused(string method, string reason)
    {
        GeneratorRun run = GeneratorRun.Of($"static partial class Layer\n{{\n[Differentiable]\n{method}\n}}");
        AssertRefused(run, "FLG001");
        Assert.That(run.Refusals[0].GetMessage(), Does.Contain(reason));
        Assert.That(run.Refusals[0].Location.GetLineSpan().StartLinePosition.Line + 1, Is.EqualTo(5));
    }

    [TestCase("static class Layer { [Differentiable] static float Forward(FeatureVector z) => 0f; }", "no static partial class")]
    [TestCase("static partial class Outer { static partial class Layer { [Differentiable] static float Forward(FeatureVector z) => 0f; } }", "inside of Outer")]
    public void Another_home_is_refused(string source, string reason)
    {
        GeneratorRun run = GeneratorRun.Of(source);
        AssertRefused(run, "FLG001");
        Assert.That(run.Refusals[0].GetMessage(), Does.Contain(reason));
    }

    [Test]
    public void A_second_layer_in_one_class_is_refused()
    {
        GeneratorRun run = GeneratorRun.OfBody(Move + "return 0f;", "[Differentiable] static float Second(FeatureVector z, float c) { for (int d = 0; d < z.Length; d++) z[d] += c; return 0f; }");
        Assert.That(run.Refusals.Select(refusal => refusal.Id), Is.EqualTo(new[] { "FLG014" }));
        Assert.That(run.Refusals[0].GetMessage(), Does.Contain("Second"));
    }

    private const string Sums = "float x = 0f, y = 0f;\nfor (int d = 0; d < z.Length; d++) { x += w[d] * z[d]; y += z[d] * z[d]; }\n";

    [TestCase(Sums + "for (int d = 0; d < z.Length; d++) z[d] += x > 0f ? w[d] * y : x * y;\nreturn 0f;", 3, "and on a branch")]
    [TestCase("float x = 0f;\nfor (int d = 0; d < z.Length; d++) x += z[d] * z[d];\nfor (int d = 0; d < 1; d++) z[2 * d] += x;\nreturn 0f;", 3, "FLG007")]
    public void An_inverse_whose_directions_are_unknown_has_no_known_adjoint(string body, int line, string reason)
    {
        GeneratorRun run = GeneratorRun.OfBody(body, Undone);
        AssertRefused(run, reason.StartsWith("FLG", StringComparison.Ordinal) ? reason : "FLG011");
        Assert.That(run.Refusals[0].ToString(), Does.Contain(reason));
        Assert.That(run.Refusals[0].Location.GetLineSpan().StartLinePosition.Line + 1 - LinesBefore, Is.EqualTo(line));
    }

    [Test]
    public void More_values_per_sample_than_a_system_is_solved_for_are_refused_and_those_of_a_coupling_are_not()
    {
        static string Body(string end, string offset) =>
            $"Span<float> x = stackalloc float[20];\nint half = z.Length / 2;\nfor (int k = 0; k < 20; k++) {{ float y = 0f; for (int d = 0; d < {end}; d++) y += w[d] * z[d]; x[k] = y * (k + b); }}\n"
            + $"for (int d = 0; d < {end}; d++) {{ float t = 0f; for (int k = 0; k < 20; k++) t += x[k] * k; z[{offset}d] += t; }}\nreturn 0f;";
        GeneratorRun whole = GeneratorRun.OfBody(Body("z.Length", ""), Undone);
        AssertRefused(whole, "FLG011");
        Assert.That(whole.Refusals[0].GetMessage(), Does.Contain("of which there are more than 16"));
        GeneratorRun coupling = GeneratorRun.OfBody(Body("half", "half + "), Undone);
        Assert.That(coupling.Refusals, Is.Empty);
        Assert.That(coupling.Errors, Is.Empty);
        Assert.That(coupling.Source, Does.Not.Contain("LayerSystem.Solve"), "what a coupling takes its numbers from stays as it is");
    }

    [Test]
    public void Two_values_per_sample_are_two_equations()
    {
        GeneratorRun run = GeneratorRun.OfBody(Sums + "for (int d = 0; d < z.Length; d++) z[d] += x + w[d] * y;\nreturn 0f;", Undone);
        Assert.That(run.Refusals, Is.Empty);
        Assert.That(run.Errors, Is.Empty);
        Assert.That(run.Source, Does.Contain("LayerSystem.Solve(pass.Scratch, at.Y, s, 2);"));
    }

    [Test]
    public void An_inverse_with_other_parameters_is_refused()
    {
        GeneratorRun run = GeneratorRun.OfBody(Move + "return 0f;", "[InverseOf(\"Forward\")] static float Inverse(FeatureVector z, ParameterVector w) { " + Move + "return 0f; }");
        AssertRefused(run, "FLG012");
    }

    [Test]
    public void Names_of_the_passes_and_keywords_may_be_names_of_an_author()
    {
        GeneratorRun run = GeneratorRun.Of(
            "static partial class Layer { [Differentiable] static float Forward(FeatureVector z, ParameterVector s, float @switch, float pass) { float first = @switch * pass; for (int at = 0; at < z.Length; at++) z[at] += first * s[at]; return 0f; } }");
        Assert.That(run.Refusals, Is.Empty);
        Assert.That(run.Errors, Is.Empty);
        Assert.That(run.Source, Does.Contain("new LayerBlock(\"switch\", 1)"));
    }

    private static TestCaseData Body(string number, int line, string body, string members = "") =>
        new TestCaseData(number, line, body, members).SetName($"{number}: {body.Split('\n')[line - 1]}{members}");

    private static void AssertRefused(GeneratorRun run, string number)
    {
        Assert.That(run.Refusals.Select(refusal => refusal.Id), Is.EqualTo(new[] { number }), string.Join("\n", run.Refusals));
        Assert.That(run.Refusals[0].Severity, Is.EqualTo(DiagnosticSeverity.Error));
        Assert.That(run.Refusals[0].GetMessage(), Does.Match(";|expected"), "says what to do");
        Assert.That(run.Source, Is.Empty);
    }
}
