using Google.Protobuf;
using Onnx;

namespace FlowLab.Host.Exports;

/// <summary>Builds the graph of an ONNX model, a node at a time; values are known by their names.</summary>
internal sealed class OnnxGraph
{
    private const int SinglePrecision = (int)TensorProto.Types.DataType.Float;
    private const int WholeNumbers = (int)TensorProto.Types.DataType.Int64;

    private readonly GraphProto _graph;

    /// <param name="name">The graph's name, which its values begin with.</param>
    public OnnxGraph(string name) => _graph = new GraphProto { Name = name };

    /// <summary>What has been built.</summary>
    public GraphProto Proto => _graph;

    /// <summary>A constant in single precision.</summary>
    public string Constant(IReadOnlyList<double> values, params IReadOnlyList<int> shape)
    {
        var tensor = new TensorProto { Name = NewName("constant"), DataType = SinglePrecision, RawData = Bytes([.. values.Select(value => (float)value)]) };
        tensor.Dims.AddRange(shape.Select(axis => (long)axis));
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    /// <summary>A number in single precision.</summary>
    public string Constant(double value) => Constant([value]);

    /// <summary>Whole numbers, [n].</summary>
    public string Whole(params IReadOnlyList<long> values)
    {
        var tensor = new TensorProto { Name = NewName("constant"), DataType = WholeNumbers, RawData = Bytes([.. values]) };
        tensor.Dims.Add(values.Count);
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    /// <summary>A whole number without axes.</summary>
    public string Scalar(long value)
    {
        var tensor = new TensorProto { Name = NewName("constant"), DataType = WholeNumbers, RawData = Bytes([value]) };
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    /// <summary>A node with one output.</summary>
    public string Node(string operation, params IReadOnlyList<string> inputs) => Node(operation, inputs, []);

    /// <summary>A node with one output and attributes.</summary>
    public string Node(string operation, IReadOnlyList<string> inputs, params IReadOnlyList<AttributeProto> attributes) =>
        Nodes(operation, inputs, 1, attributes)[0];

    /// <summary>A node with several outputs.</summary>
    public string[] Nodes(string operation, IReadOnlyList<string> inputs, int outputs, params IReadOnlyList<AttributeProto> attributes)
    {
        var node = new NodeProto { OpType = operation };
        node.Input.AddRange(inputs);
        string[] names = [.. Enumerable.Range(0, outputs).Select(index => NewName(operation.ToLowerInvariant()) + (index == 0 ? "" : FormattableString.Invariant($"_{index}")))];
        node.Output.AddRange(names);
        node.Attribute.AddRange(attributes);
        node.Name = names[0] + "_node";
        _graph.Node.Add(node);
        return names;
    }

    /// <summary>Columns of a matrix, [N, indices].</summary>
    public string Columns(string matrix, IReadOnlyList<int> indices) =>
        Node("Gather", [matrix, Whole([.. indices.Select(index => (long)index)])], Attribute("axis", 1));

    /// <summary>Matrices side by side.</summary>
    public string Beside(params IReadOnlyList<string> matrices) => Node("Concat", matrices, Attribute("axis", 1));

    /// <summary>The sum of each row, [N, 1].</summary>
    public string RowSums(string matrix) => Node("ReduceSum", [matrix, Whole(1)], Attribute("keepdims", 1));

    /// <summary>Declares an input of single precision; its first axis has any length.</summary>
    public void Input(string name, int columns) => _graph.Input.Add(Info(name, "N", columns));

    /// <summary>Declares the value with a name as an output of single precision, [N, columns], or [N] for 0 columns.</summary>
    public void Output(string value, string name, int columns)
    {
        var node = new NodeProto { OpType = "Identity", Name = name + "_node" };
        node.Input.Add(columns == 0 ? Node("Reshape", value, Whole(-1)) : value);
        node.Output.Add(name);
        _graph.Node.Add(node);
        _graph.Output.Add(Info(name, "N", columns));
    }

    /// <summary>An attribute with a whole number.</summary>
    public static AttributeProto Attribute(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    /// <summary>An attribute with a graph.</summary>
    public static AttributeProto Attribute(string name, GraphProto value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Graph, G = value };

    /// <summary>A declaration; a type alone where there are no axes.</summary>
    public static ValueInfoProto Info(string name, string rows, int columns)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = rows });
        if (columns > 0)
            shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = columns });
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = SinglePrecision, Shape = shape } } };
    }

    /// <summary>A name that no other value of the graph has.</summary>
    public string NewName(string what) => FormattableString.Invariant($"{_graph.Name}_{what}{_graph.Node.Count + _graph.Initializer.Count}");

    private static ByteString Bytes<T>(T[] values) where T : unmanaged => ByteString.CopyFrom(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
}
