namespace FlowLab.Generators.Tests;

/// <summary>Loops whose rounds depend on each other; that their gradients are true is a law of the flows whose layers have them.</summary>
[TestFixture]
internal sealed class CarryTests
{
    private const string Move = "for (int d = 0; d < z.Length; d++) z[d] += w[d] * x;\nreturn 0f;";

    [TestCase("float x = b; for (int d = 0; d < w.Length; d++) x *= w[d];", TestName = "A product of parameters")]
    [TestCase("float x = b; for (int d = 0; d < z.Length; d++) x = XMath.Tanh(x + w[d] * z[d]);", TestName = "A recurrence of a sample")]
    [TestCase("float x = b; for (int d = 0; d < z.Length; d++) { if (z[d] > x) x = z[d]; else x -= w[d]; }", TestName = "A recurrence in branches")]
    [TestCase("float x = 1f, y = b; for (int d = 0; d < w.Length; d++) { float t = x; x = y; y = t * w[d]; }", TestName = "Two values that change places")]
    [TestCase("int k = 0; float x = 0f; for (int d = 0; d < w.Length; d++) { x = x * w[k] + b; k = d / 2; }", TestName = "A count")]
    [TestCase("Span<float> a = stackalloc float[2]; for (int d = 0; d < w.Length; d++) { a[0] = a[1] * w[d] + b; a[1] += a[0]; } float x = a[1];", TestName = "A small array")]
    [TestCase("float x = b; for (int i = 0; i < w.Length; i++) { float y = 0f; for (int d = 0; d < z.Length; d++) y += w[d] * z[d]; x = y * x; }", TestName = "A sum in a recurrence")]
    [TestCase("float x = b; for (int i = 0; i < 3; i++) { float y = 1f; for (int d = 0; d < z.Length; d++) { float u = y; u += z[d]; y = u * w[d]; } x *= y; }", TestName = "A recurrence in rounds that are written out")]
    public void What_a_loop_carries_is_differentiated(string loop)
    {
        GeneratorRun run = GeneratorRun.OfBody(loop + "\n" + Move);
        Assert.That(run.Refusals, Is.Empty);
        Assert.That(run.Errors, Is.Empty, run.Source);
    }

    [Test]
    public void A_struct_may_be_added_to_by_its_own_method()
    {
        GeneratorRun run = GeneratorRun.OfBody(
            "var pair = new Pair(w, b); float x = pair.Sum;\n" + Move,
            "[Differentiable] private struct Pair { public float Sum; public float Last; public Pair(ParameterVector w, float b) { Sum = 0f; Last = b; for (int d = 0; d < w.Length; d++) { Sum += Last * w[d]; Last = Sum; } } }");
        Assert.That(run.Refusals, Is.Empty);
        Assert.That(run.Errors, Is.Empty, run.Source);
    }

    [Test]
    public void Values_that_change_places_do_so_at_once()
    {
        string source = GeneratorRun.OfBody("float x = 1f, y = b; for (int d = 0; d < w.Length; d++) { float t = x; x = y; y = t; }\n" + Move).Source;
        Assert.That(source, Does.Contain("float xNext = y;").And.Contain("float yNext = x;").And.Contain(" x = xNext;").And.Contain(" y = yNext;"));
    }
}
