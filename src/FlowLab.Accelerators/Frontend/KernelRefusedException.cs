using System.Reflection;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>A kernel does what kernels may not do; the message says what, where, through which calls, and what to do.</summary>
internal sealed class KernelRefusedException(KernelRefusal refusal, string detail, IRLocation? location)
    : NotSupportedException(TextOf(refusal, detail, location))
{
    internal KernelRefusal Refusal { get; } = refusal;

    private static string TextOf(KernelRefusal refusal, string detail, IRLocation? location)
    {
        var subject = location is null ? "The kernel" : $"{NameOf(location.Method)}{SourceLine.Of(location)}";
        var what = detail.Length == 0 ? refusal.What : $"{refusal.What}: {detail}";
        return $"FLK{refusal.Number}: {subject} {what}. {refusal.Remedy}{ChainOf(location?.Caller)}";
    }

    private static string ChainOf(IRLocation? caller)
    {
        var text = "";
        for (; caller is not null; caller = caller.Caller)
            text += $"{Environment.NewLine}  called from {NameOf(caller.Method)}{SourceLine.Of(caller)}";
        return text;
    }

    private static string NameOf(MethodBase method) => $"{method.DeclaringType?.Name}.{method.Name}";
}
