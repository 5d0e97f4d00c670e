namespace ILGPU.IR;

/// <summary>The functions that a backend computes itself; the frontend inlines the C# bodies of the others, so that they have the same bits everywhere.</summary>
/// <param name="has">Whether the backend has a function of a type.</param>
internal sealed class NativeMath(Func<MathFunction, IRType, bool> has)
{
    /// <summary>Every function is an operation: for the interpreter, and for backends that call the C# methods.</summary>
    internal static NativeMath All { get; } = new(static (_, _) => true);

    /// <summary>What every device can do exactly. The bodies of all other functions are made of these and of arithmetic.</summary>
    internal static NativeMath Basic { get; } = new(static (function, _) => IsBasic(function));

    internal static bool IsBasic(MathFunction function) => function <= MathFunction.CopySign
        || function is >= MathFunction.PopCount and <= MathFunction.TrailingZeroCount;

    internal bool Has(MathFunction function, IRType type) => has(function, type);
}
