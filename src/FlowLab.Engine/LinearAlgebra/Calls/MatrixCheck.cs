using System.Globalization;
using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Calls;

/// <summary>Refuses products that do not fit, before anything is written.</summary>
internal static class MatrixCheck
{
    internal static void Call(Accelerator accelerator, IGemmBackend backend, in GemmCall call)
    {
        MatrixView target = call.Output.Target;
        Matrix(accelerator, "the left factor", call.Left, call.Seeds);
        Matrix(accelerator, "the right factor", call.Right, call.Seeds);
        Matrix(accelerator, "the result", target, call.Seeds);
        Shapes(call.Left, call.Right, target);
        SeparateSeeds(target, call.Seeds);
        Bias(accelerator, call);
        if (call.Sums.IsWanted)
            Sums(accelerator, call);
        if (call.Packed is not null)
            Packed(backend, call);
    }

    /// <summary>The matrices of all seeds lie within their memory, which belongs to the device.</summary>
    internal static void Matrix(Accelerator accelerator, string name, in MatrixView matrix, int seeds)
    {
        if (seeds < 0 || matrix.Rows < 0 || matrix.Columns < 0 || matrix.SeedStride < 0)
            throw Refusal("FLE021", $"{name} has {seeds} seeds, {Shape(matrix)} elements and the seed stride {matrix.SeedStride}; none of them may be negative. {Remedy}");
        int length = matrix.IsTransposed ? matrix.Rows : matrix.Columns;
        if (matrix.LeadingDimension < length)
            throw Refusal("FLE021", $"{name} has rows of {length} elements in memory, but its leading dimension is {matrix.LeadingDimension}; expected {length} or more. {Remedy}");
        Memory(accelerator, name, matrix.Values, seeds == 0 ? 0 : SpanOf(matrix, seeds));
    }

    private const string Remedy = "Correct the view's shape or strides.";

    private static void Shapes(in MatrixView left, in MatrixView right, in MatrixView target)
    {
        if (left.Columns != right.Rows)
            throw Refusal("FLE020", $"a matrix of {Shape(left)} cannot be multiplied by one of {Shape(right)}: expected {left.Columns} rows in the right factor, found {right.Rows}. Transpose() a factor if it lies the other way.");
        if (target.Rows != left.Rows || target.Columns != right.Columns)
            throw Refusal("FLE020", $"the product of {Shape(left)} and {Shape(right)} has {left.Rows} x {right.Columns} elements; the result is a view of {Shape(target)}. Give it a view of the product's shape.");
    }

    /// <summary>Seeds are written by different threads, so that no two of them may share an element.</summary>
    internal static void SeparateSeeds(in MatrixView target, int seeds)
    {
        (int rows, int length) = target.IsTransposed ? (target.Columns, target.Rows) : (target.Rows, target.Columns);
        bool isEmpty = seeds < 2 || rows == 0 || length == 0;
        bool isOneAfterTheOther = target.SeedStride >= ((long)(rows - 1) * target.LeadingDimension) + length;
        bool isInterleaved = target.SeedStride >= length && target.LeadingDimension >= ((seeds - 1) * target.SeedStride) + length;
        if (!isEmpty && !isOneAfterTheOther && !isInterleaved)
            throw Refusal("FLE022", $"the results of {seeds} seeds overlap: {rows} rows of {length} elements, leading dimension {target.LeadingDimension}, seed stride {target.SeedStride}. Give every seed a result of its own; only factors may be shared.");
    }

    private static void Bias(Accelerator accelerator, in GemmCall call)
    {
        MatrixBias bias = call.Output.Bias;
        if (bias.Axis == BiasAxis.None)
            return;
        int length = bias.Axis == BiasAxis.Columns ? call.Output.Target.Columns : call.Output.Target.Rows;
        if (bias.SeedStride < 0)
            throw Refusal("FLE021", $"the bias has the seed stride {bias.SeedStride}; it must not be negative. {Remedy}");
        Memory(accelerator, "the bias", bias.Values, call.IsEmpty ? 0 : ((call.Seeds - 1) * bias.SeedStride) + length);
    }

    private static void Sums(Accelerator accelerator, in GemmCall call)
    {
        int rows = call.Left.Rows;
        if (call.Packed is not null && call.PackedSide == MatrixSide.Left)
            throw Refusal("FLE024", "the sums of the left factor's rows are wanted, and that factor is packed; expected one as it lies in memory. Give its view instead.");
        Sums(accelerator, call.Sums, call.IsEmpty ? 0 : call.Seeds, rows);
    }

    /// <summary>The sums of all seeds lie within their memory, each seed's at a place of its own.</summary>
    internal static void Sums(Accelerator accelerator, in MatrixSums sums, int seeds, int rows)
    {
        if (sums.SeedStride < (seeds > 1 ? rows : 0))
            throw Refusal("FLE022", $"the sums of {seeds} seeds overlap: {rows} rows, seed stride {sums.SeedStride}. Give every seed sums of its own.");
        Memory(accelerator, "the place for sums", sums.Values, seeds == 0 ? 0 : ((seeds - 1) * sums.SeedStride) + rows);
    }

    /// <summary>A matrix has the shape that others ask for, and lies in memory as it is.</summary>
    internal static void Shape(string name, in MatrixView matrix, int rows, int columns)
    {
        if (matrix.Rows != rows || matrix.Columns != columns || matrix.IsTransposed)
            throw Refusal("FLE020", string.Create(CultureInfo.InvariantCulture, $"{name} is a view of {Shape(matrix)}{(matrix.IsTransposed ? ", transposed" : "")}; expected {rows} x {columns}, not transposed. Give it a view of that shape."));
    }

    private static void Packed(IGemmBackend backend, in GemmCall call)
    {
        IPackedMatrix packed = call.Packed!;
        if (!backend.Owns(packed))
            throw Refusal("FLE024", "the packed factor was disposed, or was packed for another device. Pack it again with the service that multiplies.");
        if (packed.Side != call.PackedSide || packed.Seeds != call.Seeds)
            throw Refusal("FLE024", $"the packed factor was packed for the {Name(packed.Side)} side and {packed.Seeds} seeds; this product needs it on the {Name(call.PackedSide)} side for {call.Seeds} seeds. Pack it for that.");
    }

    private static void Memory(Accelerator accelerator, string name, ArrayView<float> values, long needed)
    {
        if (needed > values.Length)
            throw Refusal("FLE021", $"{name} needs a view of {needed} elements; found {values.Length}. {Remedy}");
        MemoryBuffer? buffer = BufferOf(values);
        if (buffer is not null && (buffer.IsDisposed || buffer.Accelerator != accelerator))
            throw Refusal("FLE023", $"{name} lies in a buffer {(buffer.IsDisposed ? "that was disposed" : $"of {buffer.Accelerator.Name}, another accelerator than this one, {accelerator.Name}")}. Copy it to the device of the product first.");
    }

    private static MemoryBuffer? BufferOf<TView>(TView view)
        where TView : struct, IArrayView =>
        view.IsValid ? view.Buffer : null;

    private static long SpanOf(in MatrixView matrix, int seeds)
    {
        (int rows, int length) = matrix.IsTransposed ? (matrix.Columns, matrix.Rows) : (matrix.Rows, matrix.Columns);
        return rows == 0 || length == 0 ? 0 : ((seeds - 1) * matrix.SeedStride) + ((long)(rows - 1) * matrix.LeadingDimension) + length;
    }

    private static string Name(MatrixSide side) => side == MatrixSide.Left ? "left" : "right";

    private static string Shape(in MatrixView matrix) => string.Create(CultureInfo.InvariantCulture, $"{matrix.Rows} x {matrix.Columns}");

    private static FlowLabEngineException Refusal(string number, string text) => new($"{number}: {text}");
}
