namespace FlowLab.Host.Errors;

/// <summary>What FLG numbers mean.</summary>
internal static class GeneratorErrorTexts
{
    public static ErrorRoom Room { get; } = new("FLG: the source generator", """
        These are compiler errors of the project that a layer is in, at the line that they are about. [From a paper's formula to a flow](from-formula-to-flow.md) shows what
        a layer looks like, and what its C# may be.
        """,
    [
        new("FLG001", "A layer has another form",
            "MyLayer.cs(12,25): error FLG001: Forward: b is double; expected a static method of a static partial class, float Name(FeatureVector z, ...), whose other parameters are ParameterVector or float",
            "The layer is a static method of a class that is `static partial`, not generic and not inside of another class. z comes first, then the parameters; the result is the log-det."),
        new("FLG002", "A call has no known derivative",
            "MyLayer.cs(14,19): error FLG002: MathF.Cbrt has no known derivative; call functions of XMath, MathF or KernelMath, or mark it [Differentiable] where its source is in this project",
            """
            The functions are `Abs Acos Asin Atan Atan2 Ceiling Cos Cosh Exp Exp2 Floor Log Log2 Log10 Max Min Pow Rcp Round Rsqrt Sign Sin Sinh Sqrt Tan Tanh Truncate`, and `Softplus Sigmoid
            Log1P LogOnePlus` of `KernelMath`. A method of your own is written into the layer if it is marked; an inverse may call any static method.
            """),
        new("FLG003", "A statement or expression has no known derivative",
            "MyLayer.cs(14,9): error FLG003: 'while (x > 1f) x *= 0.5f;' cannot be differentiated; use assignments, if, ?:, for, local values and calls, or write this pass by hand",
            "Use the forms that the message names; `while`, `switch`, `try`, lambdas, `++` on values and early returns out of loops are not among them."),
        new("FLG004", "A loop that changes z carries a value",
            "MyLayer.cs(16,13): error FLG004: x passes from one round to the next of the loop with 'z[d] += x'; compute it in a loop of its own before that one, or write this pass by hand",
            """
            The gradient of such a value needs the z that each round has seen, which is gone once the loop has changed it. Values that loops carry are differentiated in every other loop, at the price
            of computing each round's start again; a loop of at most 64 rounds between constants is written out.
            """),
        new("FLG005", "A loop has another form",
            "MyLayer.cs(14,9): error FLG005: 'for (int d = z.Length - 1; d >= 0; d--)' is another form of loop; write for (int i = first; i < end; i++) with bounds made of constants and lengths",
            "Count upwards by one. Bounds are constants, `z.Length`, lengths of parameter vectors, integers computed from these, and indices of outer loops."),
        new("FLG006", "z is read where it has changed",
            "MyLayer.cs(18,16): error FLG006: z[0] may have changed already; read what the layer needs into local values before it changes z",
            "A layer first computes from z, then changes it. Beside `z[h + d]`, with d from 0 to h, `z[d]` may be read: couplings need that. Other pairs of indices cannot be told apart."),
        new("FLG007", "z is changed in a place that cannot be undone",
            "MyLayer.cs(16,9): error FLG007: 'z[0] += b' does not stand in one loop over features; change each z[i] once, in one loop over features, outside of branches and of inner loops",
            "Compute in branches what the new z[i] is made of, and assign z[i] behind them, once, in a loop such as `for (int d = 0; d < z.Length; d++)`."),
        new("FLG008", "The new z does not depend on the old",
            "MyLayer.cs(17,13): error FLG008: The new z[i] does not depend on the old one, so the layer has no inverse; compute it from z[i]",
            "The new `z[i]` has to be computed from the old `z[i]`, whatever else it is made of. A layer that moves features about is a permutation, which needs kernels written by hand."),
        new("FLG009", "A method calls itself",
            "MyLayer.cs(30,57): error FLG009: Self calls itself; use a loop",
            "Differentiable methods are written into the layer in place of their calls, which has no end for one that calls itself."),
        new("FLG010", "An index is not known at launch",
            "MyLayer.cs(15,15): error FLG010: The index w[i] differs from sample to sample; use loop variables, constants and lengths",
            "Choose between values, not between indices: `x > 0f ? w[0] : w[1]`. Elements of small local arrays have constant indices, those of loops between constants included."),
        new("FLG011", "The adjoint of the inverse is not known",
            "MyLayer.cs(21,45): error FLG011: The new z[i] depends on values of the sample (x, y) and on a branch or loop within the loop that changes it; write the new z[i] with z[i], the parameters, values per sample that a loop or statement before has made, and features that stay, or write InverseBackward by hand and remove [InverseOf]",
            """
            The adjoint is a system of equations for the values per sample that the new z[i] depends on, such as the tanh of a planar layer: 16 at most, or any number that come from features
            that stay. Compute branches in a statement before the loop. Without `[InverseOf]` the other passes are still written; give the flow
            `MyLayer.Description with { Inverse = ..., InverseBackward = ... }`.
            """),
        new("FLG012", "An inverse does not fit its layer",
            "MyLayer.cs(25,25): error FLG012: Inverse: it takes (FeatureVector z, ParameterVector w, returns Single); expected the parameters of Forward, in its order, and the log-det of Forward as its result",
            "Both methods have the same parameters, names included. The inverse returns the log-det of the forward layer at the z that it finds, not that of itself."),
        new("FLG013", "A value has a type without derivative",
            "MyLayer.cs(14,20): error FLG013: 'b' is of type double; use float for values, int for counts and bool for conditions, or a struct of them marked [Differentiable]",
            "Kernels compute in float32: write `1f`, `XMath` rather than `Math`. A local array is `stackalloc float[n]` or `new float[n]` with a constant n of at most 64."),
        new("FLG014", "A class has two layers",
            "MyLayer.cs(30,25): error FLG014: MyLayer has a second layer, Second; put each layer into a class of its own",
            "The generated members belong to the class. Methods that layers share may stand anywhere in the project."),
    ]);
}
