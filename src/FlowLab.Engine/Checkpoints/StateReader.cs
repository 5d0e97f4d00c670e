using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Checkpoints;

/// <summary>
/// Reads the content of a checkpoint piece by piece into the arrays of the state. Content is not known to be whole before its last byte
/// is hashed, so that no number in it is believed: an array that is longer than what is left of the file is refused before it is allocated.
/// </summary>
internal sealed class StateReader(HashedStream stream) : IDisposable
{
    private const int PieceLength = 1 << 20;

    private readonly BinaryReader _reader = new(stream, Encoding.UTF8, leaveOpen: true);

    public byte[] ReadMagic(int length) => _reader.ReadBytes(length);

    public int ReadVersion() => _reader.ReadInt32();

    public string ReadFingerprint() => _reader.ReadString();

    public TrainingState ReadState() => new(_reader.ReadInt64(), Read<int>(), Read<int>(), Read<float>(), Read<float>(), Read<float>());

    /// <summary>The state of some of the seeds; nothing of the others is kept.</summary>
    /// <param name="wanted">The seeds, each of which the checkpoint may have; those that it has are in this order.</param>
    public TrainingState ReadState(IReadOnlyList<int> wanted)
    {
        long update = _reader.ReadInt64();
        int[] seeds = Read<int>(), status = Read<int>();
        int[] kept = [.. wanted.Where(seeds.Contains)], places = [.. seeds.Select(seed => Array.IndexOf(kept, seed))];
        int parameters = ReadLength(), perSeed = parameters / Math.Max(1, seeds.Length);
        float[] values = ReadSome(places, kept.Length, perSeed, 1);
        int buffers = ReadLength() / Math.Max(1, parameters);
        float[] optimizer = ReadSome(places, kept.Length, perSeed, buffers);
        float[] means = Read<float>();
        return new TrainingState(update, kept, [.. kept.Select(seed => status[Array.IndexOf(seeds, seed)])], values, optimizer, [.. kept.Select(seed => means[Array.IndexOf(seeds, seed)])]);
    }

    /// <summary>Hashes what is left without keeping it.</summary>
    public void SkipRest()
    {
        byte[] piece = new byte[(int)Math.Min(stream.Remaining, PieceLength)];
        while (stream.Remaining > 0 && stream.Read(piece) > 0)
        {
        }
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Of [blocks, R, perSeed], what has a place, as [blocks, kept, perSeed].</summary>
    private float[] ReadSome(int[] places, int kept, int perSeed, int blocks)
    {
        float[] values = new float[checked(blocks * kept * perSeed)];
        float[] passed = new float[Math.Min(PieceLength, perSeed)];
        for (int block = 0; block < blocks; block++)
        {
            foreach (int place in places)
            {
                if (place >= 0)
                    Fill(values.AsSpan((block * kept + place) * perSeed, perSeed));
                for (int first = 0; place < 0 && first < perSeed; first += passed.Length)
                    Fill(passed.AsSpan(0, Math.Min(passed.Length, perSeed - first)));
            }
        }
        return values;
    }

    private void Fill(Span<float> values)
    {
        for (int first = 0; first < values.Length; first += PieceLength)
            stream.ReadExactly(MemoryMarshal.AsBytes(values.Slice(first, Math.Min(PieceLength, values.Length - first))));
    }

    private int ReadLength(int size = sizeof(float))
    {
        int length = _reader.ReadInt32();
        return length >= 0 && (long)length * size <= stream.Remaining ? length : throw new EndOfStreamException("an array is longer than the file");
    }

    private T[] Read<T>() where T : unmanaged
    {
        int length = ReadLength(Unsafe.SizeOf<T>());
        T[] values = GC.AllocateUninitializedArray<T>(length);
        for (int first = 0; first < length; first += PieceLength)
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(first, Math.Min(PieceLength, length - first))));
        return values;
    }
}
