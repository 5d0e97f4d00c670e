using System.Runtime.InteropServices;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Native memory that is handed out piece by piece and taken back all at once; freed with the object.</summary>
internal sealed unsafe class MemoryArena
{
    /// <summary>What the largest vector loads ask for.</summary>
    internal const int Alignment = 64;

    private const int ChunkSize = 1 << 16;

    private readonly List<(nint Memory, int Size)> _chunks = [];
    private int _chunk;
    private int _used;

    ~MemoryArena()
    {
        foreach (var (memory, _) in _chunks)
            NativeMemory.AlignedFree((void*)memory);
    }

    /// <summary>Aligned memory of undefined content.</summary>
    internal void* Allocate(int sizeInBytes)
    {
        var size = checked(sizeInBytes + Alignment - 1) & -Alignment;
        while (_chunk < _chunks.Count && _used + size > _chunks[_chunk].Size)
            (_chunk, _used) = (_chunk + 1, 0);
        if (_chunk == _chunks.Count)
            AddChunk(Math.Max(size, ChunkSize));
        var memory = _chunks[_chunk].Memory + _used;
        _used += size;
        return (void*)memory;
    }

    /// <summary>Takes back everything that was handed out.</summary>
    internal void Reset() => (_chunk, _used) = (0, 0);

    private void AddChunk(int size) => _chunks.Add(((nint)NativeMemory.AlignedAlloc((nuint)size, Alignment), size));
}
