using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Launches;

/// <summary>Where the specialised values of a kernel are in its block of arguments.</summary>
internal sealed unsafe class SpecializedSlots
{
    private readonly IRParameter[] _scalars;

    internal SpecializedSlots(KernelEntry entry)
    {
        var parameters = entry.Method.GetParameters();
        _scalars = entry.IsProvisional
            ? [.. ParameterList.ScalarsOf(entry).Where(scalar => KernelEntry.IsSpecialized(parameters[scalar.Argument - 1 + entry.FirstArgument].ParameterType))]
            : [];
    }

    /// <summary>The values, as the bits of IR constants.</summary>
    internal SpecializedArguments Read(long* arguments)
    {
        var bits = new long[_scalars.Length];
        for (var i = 0; i < bits.Length; i++)
            bits[i] = BitsOf(_scalars[i], arguments);
        return new(bits);
    }

    internal bool Are(SpecializedArguments values, long* arguments)
    {
        for (var i = 0; i < _scalars.Length; i++)
        {
            if (values[i] != BitsOf(_scalars[i], arguments))
                return false;
        }

        return true;
    }

    private static long BitsOf(IRParameter scalar, long* arguments) =>
        scalar.Value.Type is IRType.Int64 or IRType.Float64 ? arguments[scalar.Slot] : *(int*)(arguments + scalar.Slot);
}
