using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>The bits of a boxed C# number as those of an IR constant.</summary>
internal static class ConstantBits
{
    internal static long Of(object value) => value switch
    {
        Enum => Of(Convert.ChangeType(value, Enum.GetUnderlyingType(value.GetType()), null)),
        float number => IREvaluator.Of(number),
        double number => IREvaluator.Of(number),
        bool flag => flag ? 1 : 0,
        char character => character,
        uint number => (int)number,
        ulong number => (long)number,
        nint number => number,
        nuint number => (long)number,
        _ => Convert.ToInt64(value, null),
    };
}
