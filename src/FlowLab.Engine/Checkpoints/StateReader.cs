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

    /// <summary>Hashes what is left without keeping it.</summary>
    public void SkipRest()
    {
        byte[] piece = new byte[(int)Math.Min(stream.Remaining, PieceLength)];
        while (stream.Remaining > 0 && stream.Read(piece) > 0)
        {
        }
    }

    public void Dispose() => _reader.Dispose();

    private T[] Read<T>() where T : unmanaged
    {
        int length = _reader.ReadInt32();
        if (length < 0 || (long)length * Unsafe.SizeOf<T>() > stream.Remaining)
            throw new EndOfStreamException("an array is longer than the file");
        T[] values = GC.AllocateUninitializedArray<T>(length);
        for (int first = 0; first < length; first += PieceLength)
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(first, Math.Min(PieceLength, length - first))));
        return values;
    }
}
