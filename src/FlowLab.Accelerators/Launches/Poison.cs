using System.Runtime.InteropServices;

namespace FlowLab.Accelerators.Launches;

/// <summary>
/// What fresh buffers are filled with where the environment variable <c>FLOWLAB_POISON</c> is 1, so that whoever reads what nobody wrote is found
/// out: NaN as a float and as a double, and as an integer a number that is no sensible index.
/// </summary>
internal static class Poison
{
    internal const uint Pattern = 0x7FFBADBA;

    private const long Chunk = 1 << 30;

    internal static bool IsOn { get; } = Environment.GetEnvironmentVariable("FLOWLAB_POISON") == "1";

    internal static unsafe void Fill(byte* memory, long sizeInBytes)
    {
        for (long first = 0; first < sizeInBytes; first += Chunk)
            Fill(new Span<byte>(memory + first, (int)Math.Min(Chunk, sizeInBytes - first)));
    }

    private static void Fill(Span<byte> memory)
    {
        MemoryMarshal.Cast<byte, uint>(memory).Fill(Pattern);
        memory[(memory.Length & ~3)..].Fill(unchecked((byte)Pattern));
    }
}
