using System.Numerics;
using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>Rows that are padded so that each starts at a multiple of an alignment.</summary>
internal static class Pitch
{
    /// <summary>The elements from one row to the next.</summary>
    /// <exception cref="ArgumentException">The alignment is no power of two, or no multiple of the size of an element.</exception>
    internal static int Of<T>(long rowLength, int alignmentInBytes)
        where T : unmanaged
    {
        var elementSize = Unsafe.SizeOf<T>();
        if (alignmentInBytes < 1 || !BitOperations.IsPow2(alignmentInBytes))
            throw new ArgumentOutOfRangeException(nameof(alignmentInBytes), alignmentInBytes, "The alignment of rows must be a power of two.");
        if (alignmentInBytes % elementSize != 0)
        {
            throw new ArgumentException(
                $"Rows of {typeof(T).Name} cannot be aligned to {alignmentInBytes} bytes: that is no multiple of the {elementSize} bytes of an element.",
                nameof(alignmentInBytes));
        }

        var elementsPerStep = alignmentInBytes / elementSize;
        return checked((int)((Math.Max(rowLength, 1) + elementsPerStep - 1) / elementsPerStep * elementsPerStep));
    }
}
