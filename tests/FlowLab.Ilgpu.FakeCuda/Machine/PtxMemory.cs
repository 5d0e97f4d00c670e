namespace ILGPU.Tests.Cuda.Machine;

/// <summary>The ranges of real memory that a kernel may touch.</summary>
internal sealed class PtxMemory
{
    private readonly List<(ulong Start, ulong Length)> _ranges = [];

    internal void Allow(nint start, long length) => _ranges.Add(((ulong)start, (ulong)length));

    internal void Check(ulong address, int size)
    {
        foreach (var (start, length) in _ranges)
        {
            if (address >= start && address - start + (ulong)size <= length)
                return;
        }

        throw new PtxException($"{size} bytes at global address 0x{address:X} belong to no buffer");
    }
}
