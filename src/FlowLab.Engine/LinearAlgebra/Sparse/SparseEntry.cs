using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>
/// A number of a matrix that is mostly zeros, in a list of those of one row or column. The innermost loops, which wait for loads, take both halves with one.
/// </summary>
/// <param name="Index">Its column or row.</param>
/// <param name="Value">The number.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct SparseEntry(int Index, float Value)
{
    /// <summary>Floats that an entry takes the place of.</summary>
    internal const int Floats = 2;

    private const int HalfBits = 32;

    /// <summary>The index of an entry that was loaded as a whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nint IndexOf(ulong entry) => (nint)(uint)(BitConverter.IsLittleEndian ? entry : entry >> HalfBits);

    /// <summary>The number of an entry that was loaded as a whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float ValueOf(ulong entry) => BitConverter.UInt32BitsToSingle((uint)(BitConverter.IsLittleEndian ? entry >> HalfBits : entry));
}
