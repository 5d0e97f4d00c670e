using System.Runtime.InteropServices;
using System.Text;
using FlowLab.Engine.Training;

namespace FlowLab.Engine.Checkpoints;

/// <summary>A checkpoint of some of the seeds of a cell, whose long arrays stay in their file until a piece of them is asked for.</summary>
internal sealed class CheckpointPart : IDisposable
{
    private readonly FileStream _file;
    private readonly int[] _status;
    private readonly float[] _means;
    private readonly long _parameters;
    private readonly long _optimizer;
    private readonly int _perSeed;
    private readonly int _buffers;

    /// <param name="path">The file.</param>
    /// <param name="magicLength">Bytes before the version.</param>
    public CheckpointPart(string path, int magicLength)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            using BinaryReader reader = new(_file, Encoding.UTF8, leaveOpen: true);
            _file.Position = magicLength + sizeof(int);
            reader.ReadString();
            Update = reader.ReadInt64();
            Seeds = Read<int>(reader);
            _status = Read<int>(reader);
            (_parameters, int parameters) = Skip(reader);
            (_optimizer, int optimizer) = Skip(reader);
            _means = Read<float>(reader);
            _perSeed = parameters / Math.Max(1, Seeds.Length);
            _buffers = optimizer / Math.Max(1, parameters);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Updates done.</summary>
    public long Update { get; }

    /// <summary>The seeds.</summary>
    public int[] Seeds { get; }

    /// <summary>The state of all parts, to be written while they are open.</summary>
    /// <param name="parts">The parts, at the same update.</param>
    /// <param name="seeds">The seeds, in the order that they are to have; each is in a part.</param>
    public static StateSource Join(IReadOnlyList<CheckpointPart> parts, IReadOnlyList<int> seeds)
    {
        if (parts.Any(part => part.Update != parts[0].Update))
            throw new ArgumentException("Checkpoints that are at different updates do not make one.", nameof(parts));
        (CheckpointPart Part, int Position)[] places = [.. seeds.Select(seed => parts.Select(part => (part, Array.IndexOf(part.Seeds, seed))).First(place => place.Item2 >= 0))];
        return new StateSource(
            parts[0].Update, [.. seeds], [.. places.Select(place => place.Part._status[place.Position])],
            new PartNumbers(places, parts[0]._perSeed, 1, part => part._parameters), new PartNumbers(places, parts[0]._perSeed, parts[0]._buffers, part => part._optimizer),
            [.. places.Select(place => place.Part._means[place.Position])]);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Read(long place, Span<float> values)
    {
        _file.Position = place;
        _file.ReadExactly(MemoryMarshal.AsBytes(values));
    }

    private T[] Read<T>(BinaryReader reader) where T : unmanaged
    {
        T[] values = new T[Length(reader)];
        _file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private (long Place, int Length) Skip(BinaryReader reader)
    {
        int length = Length(reader);
        long place = _file.Position;
        _file.Position += (long)length * sizeof(float);
        return (place, length);
    }

    private int Length(BinaryReader reader)
    {
        int length = reader.ReadInt32();
        return length >= 0 && length <= (_file.Length - _file.Position) / sizeof(float) ? length : throw new EndOfStreamException("an array is longer than the file");
    }

    /// <summary>An array [blocks, R, perSeed] whose seeds lie in several files.</summary>
    private sealed class PartNumbers((CheckpointPart Part, int Position)[] places, int perSeed, int blocks, Func<CheckpointPart, long> start) : INumberSource
    {
        public int Length { get; } = checked(blocks * places.Length * perSeed);

        public void CopyTo(int first, Span<float> piece)
        {
            while (!piece.IsEmpty)
            {
                (int row, int within) = Math.DivRem(first, perSeed);
                (int block, int seed) = Math.DivRem(row, places.Length);
                (CheckpointPart part, int position) = places[seed];
                Span<float> some = piece[..Math.Min(piece.Length, perSeed - within)];
                part.Read(start(part) + (((long)block * part.Seeds.Length + position) * perSeed + within) * sizeof(float), some);
                piece = piece[some.Length..];
                first += some.Length;
            }
        }
    }
}
