using System.Globalization;
using FlowLab.Generators.Code;
using FlowLab.Generators.Derivatives;
using FlowLab.Generators.Writing;

namespace FlowLab.Generators.Tests;

/// <summary>The derivatives of the functions that layers may call, against central differences in double precision.</summary>
[TestFixture]
internal sealed class FunctionTests
{
    private const double Step = 1e-6;
    private const double Tolerance = 1e-6;

    private static readonly Variable X = new("x", ValueKind.Number);
    private static readonly Variable Y = new("y", ValueKind.Number);

    private static IEnumerable<string> One =>
    [
        "Abs", "Acos", "Asin", "Atan", "Ceiling", "Cos", "Cosh", "Exp", "Exp2", "Floor", "Log", "Log2", "Log10", "Rcp", "Round", "Rsqrt", "Sign", "Sin", "Sinh", "Sqrt",
        "Tan", "Tanh", "Truncate",
    ];

    private static IEnumerable<string> Two => ["Atan2", "Max", "Min", "Pow"];

    private static IEnumerable<string> Stable => ["Softplus", "Sigmoid", "Log1P", "LogOnePlus"];

    [TestCaseSource(nameof(One))]
    public void Functions_of_one_number(string name)
    {
        Function function = Functions.Find("ILGPU.Algorithms.XMath", name)!;
        foreach (double x in new[] { 0.1, 0.37, 0.81 })
            AssertSlope(function, x, 0);
    }

    [TestCaseSource(nameof(Stable))]
    public void Stable_functions(string name)
    {
        Function function = Functions.Find("FlowLab.Kernels.KernelMath", name)!;
        foreach (double x in new[] { 0.1, 0.6, 0.9 })
            AssertSlope(function, x, 0);
    }

    [TestCaseSource(nameof(Two))]
    public void Functions_of_two_numbers(string name)
    {
        Function function = Functions.Find("System.MathF", name)!;
        foreach ((double x, double y) in new[] { (0.3, 0.8), (1.7, 0.6), (0.9, 1.4) })
        {
            AssertSlope(function, x, y);
            AssertSlope(function, x, y, isSecond: true);
        }
    }

    [TestCase("System.MathF", "Cbrt")]
    [TestCase("System.Console", "Sin")]
    [TestCase("ILGPU.Algorithms.XMath", "Softplus")]
    public void Others_are_not_known(string home, string name) => Assert.That(Functions.Find(home, name), Is.Null);

    [Test]
    public void A_slope_written_out_is_the_derivative_of_a_nested_expression()
    {
        Expression x = new Read(X), y = new Read(Y);
        Expression value = Numbers.Divide(Numbers.Call("XMath.Sin", Numbers.Multiply(x, y)), Numbers.Add(Numbers.One, Numbers.Multiply(x, x)));
        double Of(double at) => Value(value, at, 0.7);
        Assert.That(Value(Slope.Of(value, X), 0.4, 0.7), Is.EqualTo((Of(0.4 + Step) - Of(0.4 - Step)) / (2 * Step)).Within(Tolerance));
    }

    [Test]
    public void Text_keeps_the_order_of_operations()
    {
        Expression x = new Read(X), y = new Read(Y);
        var text = new ExpressionText(_ => "?");
        Assert.That(text.Of(Numbers.Subtract(x, Numbers.Subtract(y, x))), Is.EqualTo("x - (y - x)"));
        Assert.That(text.Of(Numbers.Multiply(Numbers.Add(x, y), Numbers.Divide(x, y))), Is.EqualTo("(x + y) * (x / y)"));
        Assert.That(text.Of(Numbers.Negate(Numbers.Add(x, y))), Is.EqualTo("-(x + y)"));
        Assert.That(text.Of(Numbers.Multiply(x, Numbers.Where(Functions.Compare("<", x, y), y))), Is.EqualTo("x * (x < y ? y : 0f)"));
        Assert.That(text.Of(Numbers.Add(Numbers.Add(x, y), x)), Is.EqualTo("x + y + x"));
    }

    private static void AssertSlope(Function function, double x, double y, bool isSecond = false)
    {
        Expression[] arguments = function.Derivatives([new Read(X), new Read(Y)], Numbers.Zero).Count == 2 ? [new Read(X), new Read(Y)] : [new Read(X)];
        var call = new Call(function.Name, arguments);
        Expression slope = function.Derivatives(arguments, call)[isSecond ? 1 : 0];
        double above = isSecond ? Value(call, x, y + Step) : Value(call, x + Step, y);
        double below = isSecond ? Value(call, x, y - Step) : Value(call, x - Step, y);
        Assert.That(Value(slope, x, y), Is.EqualTo((above - below) / (2 * Step)).Within(Tolerance * (1 + Math.Abs(above - below) / Step)), $"at {x}, {y}");
    }

    private static double Value(Expression value, double x, double y) => value switch
    {
        Constant constant => double.Parse(constant.Text.TrimEnd('f'), CultureInfo.InvariantCulture),
        Read read => read.Variable == X ? x : y,
        Unary negated => -Value(negated.Of, x, y),
        Choice choice => Holds((Binary)choice.Condition, x, y) ? Value(choice.Then, x, y) : Value(choice.Otherwise, x, y),
        Binary binary => Operation(binary.Sign, Value(binary.Left, x, y), Value(binary.Right, x, y)),
        Call call => OfFunction(call.Function, [.. call.Parts.Select(part => Value(part, x, y))]),
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    private static bool Holds(Binary condition, double x, double y)
    {
        (double left, double right) = (Value(condition.Left, x, y), Value(condition.Right, x, y));
        return condition.Sign switch { "<" => left < right, ">" => left > right, "<=" => left <= right, _ => left >= right };
    }

    private static double Operation(string sign, double left, double right) => sign switch { "+" => left + right, "-" => left - right, "*" => left * right, _ => left / right };

    private static double OfFunction(string name, double[] x) => name switch
    {
        "XMath.Exp2" => Math.Pow(2, x[0]),
        "XMath.Rsqrt" => 1 / Math.Sqrt(x[0]),
        "XMath.Rcp" => 1 / x[0],
        "KernelMath.Softplus" => Math.Log(1 + Math.Exp(x[0])),
        "KernelMath.Sigmoid" => 1 / (1 + Math.Exp(-x[0])),
        "KernelMath.Log1P" or "KernelMath.LogOnePlus" => Math.Log(1 + x[0]),
        "XMath.Sign" => Math.Sign(x[0]),
        _ => (double)typeof(Math).GetMethod(name["XMath.".Length..], [.. x.Select(_ => typeof(double))])!.Invoke(null, [.. x])!,
    };
}
