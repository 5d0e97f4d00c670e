using System.Runtime.InteropServices;

namespace FlowLab.Accelerators.Simd;

/// <summary>Memory for one value of all lanes, of any width, so that it can be touched lane by lane.</summary>
[StructLayout(LayoutKind.Sequential, Size = SizeInBytes)]
internal struct LaneBuffer
{
    /// <summary>16 lanes of 64 bits.</summary>
    internal const int SizeInBytes = 128;
}
