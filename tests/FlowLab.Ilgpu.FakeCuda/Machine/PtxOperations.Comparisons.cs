namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Comparisons and selections.</summary>
internal static partial class PtxOperations
{
    private static readonly Dictionary<string, Func<int, bool>> Orders = new()
    {
        ["eq"] = order => order == 0, ["ne"] = order => order != 0, ["lt"] = order => order < 0, ["le"] = order => order <= 0,
        ["gt"] = order => order > 0, ["ge"] = order => order >= 0,
    };

    private static void AddComparisons()
    {
        foreach (var (name, holds) in Orders)
        {
            foreach (var type in Integers)
                AddIntegerComparison(name, type, holds);
            foreach (var type in Floats)
            {
                Compute($"setp.{name}.{type}", $"d.pred a.{type} i.{type}", (a, b, _) => PtxValues.Of(OrderOf(type, a, b) is { } order && holds(order)));
                Compute($"setp.{name}u.{type}", $"d.pred a.{type} i.{type}", (a, b, _) => PtxValues.Of(OrderOf(type, a, b) is not { } order || holds(order)));
            }
        }

        foreach (var type in Bits)
        {
            Compute($"setp.eq.{type}", $"d.pred a.{type} i.{type}", (a, b, _) => PtxValues.Of(a == b));
            Compute($"setp.ne.{type}", $"d.pred a.{type} i.{type}", (a, b, _) => PtxValues.Of(a != b));
        }

        foreach (var type in Floats)
        {
            Compute($"setp.num.{type}", $"d.pred a.{type} a.{type}", (a, b, _) => PtxValues.Of(OrderOf(type, a, b) is not null));
            Compute($"setp.nan.{type}", $"d.pred a.{type} a.{type}", (a, b, _) => PtxValues.Of(OrderOf(type, a, b) is null));
        }

        foreach (var type in Bits.Concat(Floats))
            Compute($"selp.{type}", $"d.{type} i.{type} i.{type} a.pred", (a, b, c) => c != 0 ? a : b);
    }

    private static void AddIntegerComparison(string name, string type, Func<int, bool> holds)
    {
        var bits = BitsOf(type);
        Compute($"setp.{name}.{type}", $"d.pred a.{type} i.{type}", (a, b, _) => PtxValues.Of(holds(
            type[0] == 's' ? PtxValues.Signed(a, bits).CompareTo(PtxValues.Signed(b, bits)) : a.CompareTo(b))));
    }

    /// <summary>The sign of the difference; null where a side is NaN.</summary>
    private static int? OrderOf(string type, ulong a, ulong b)
    {
        var (left, right) = type == "f32" ? (PtxValues.Single(a), (double)PtxValues.Single(b)) : (PtxValues.Double(a), PtxValues.Double(b));
        if (double.IsNaN(left) || double.IsNaN(right))
            return null;
        return left == right ? 0 : left < right ? -1 : 1;
    }
}
