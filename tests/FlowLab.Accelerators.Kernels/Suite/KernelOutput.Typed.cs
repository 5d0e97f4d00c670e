using System.Runtime.InteropServices;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <inheritdoc/>
/// <param name="name">The parameter or field that the buffer was made for.</param>
/// <param name="elements">Its elements.</param>
internal sealed class KernelOutput<T>(string name, T[] elements) : KernelOutput
    where T : unmanaged
{
    private readonly T[] _elements = elements;

    protected override string? Difference(KernelOutput expected, int ulps)
    {
        var wanted = ((KernelOutput<T>)expected)._elements;
        if (MemoryMarshal.AsBytes<T>(_elements).SequenceEqual(MemoryMarshal.AsBytes<T>(wanted)))
            return null;
        for (var i = 0; i < wanted.Length; i++)
        {
            if (!KernelNumbers.IsSame(_elements[i], wanted[i], ulps))
                return $"{name}[{i}] is {KernelNumbers.TextOf(_elements[i])}, expected {KernelNumbers.TextOf(wanted[i])}";
        }

        return null;
    }
}
