using System;
using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Analysis;
using FlowLab.Generators.Code;
using FlowLab.Generators.Derivatives;

namespace FlowLab.Generators.Writing;

/// <summary>mu: derivatives in the directions of V's columns, and the system that they are in.</summary>
internal sealed partial class InverseBackwardPass
{
    /// <summary>Values per sample that a system is solved for: it takes their square of rows of the scratch.</summary>
    private const int MostValues = 16;

    /// <summary>The variables of the layer that may change where the features move that the layer changes.</summary>
    private HashSet<Variable> Moving()
    {
        HashSet<Variable> moving = [];
        bool Moves(IEnumerable<Expression> values) => values.SelectMany(value => value.All())
            .Any(part => part is Feature feature ? !_range!.IsApart(feature.Index) : part is Read read && moving.Contains(read.Variable));
        Statement[] all = [.. Analysis.Layer.Body.SelectMany(statement => statement.All())];
        for (int known = -1; known != moving.Count;)
        {
            known = moving.Count;
            foreach (Statement statement in all.Where(statement => Moves(statement.Values)))
                moving.UnionWith(statement is Accumulate add ? [add.Sum] : LayerAnalysis.Defined([statement], false));
        }
        return moving;
    }

    /// <summary>Starts the gradient of each s with -mu.</summary>
    private List<Statement> Directions()
    {
        int count = _scalars.Length;
        string Numbered(string name, int k) => count == 1 ? name : $"{name}{k + 1}";
        Row[] along = [.. Enumerable.Range(0, count).Select(k => new Row(Numbered("along", k), false))];
        Row[,] matrix = new Row[count, count];
        Dictionary<Variable, Row> rows = [];
        HashSet<Variable> moving = Moving();
        List<Statement> pass = [];
        for (int k = 0; k < count; k++)
        {
            for (int j = 0; j < count; j++)
                matrix[k, j] = new Row(Numbered(_scalars[j].Name + "Tangent", k), false);
            Row RowOfTangent(Variable variable)
            {
                int j = Array.IndexOf(_scalars, variable);
                if (j >= 0)
                    return matrix[k, j];
                return rows.TryGetValue(variable, out Row? row) ? row : rows[variable] = new Row(variable.Name + "Tangent", false);
            }
            pass.AddRange(Tangents(_scalars[k], along[k], moving, RowOfTangent));
        }
        IEnumerable<Row> zeros = along.Concat(matrix.Cast<Row>().Where((_, i) => !moving.Contains(_scalars[i % count])));
        return
        [
            new Samples([.. zeros.Select(row => new StoreRow(row, Code.Numbers.Zero, false))]), Along(along), .. pass,
            Started(along, matrix, _scalars.Any(moving.Contains)),
        ];
    }

    /// <summary>One pass of forward mode: the tangents of the values per sample into their rows, l D log-det to the right side.</summary>
    private List<Statement> Tangents(Variable scalar, Row right, HashSet<Variable> moving, Func<Variable, Row> rowOfTangent)
    {
        HashSet<Variable> known = [.. LayerAnalysis.Defined(Analysis.Layer.Body, true)];
        bool Moves(Variable variable) => moving.Contains(variable) || !known.Contains(variable);
        var tangent = new Tangent(Names, index => DirectionAt(index, scalar), Moves);
        HashSet<Variable> crossing = Analysis.Crossing();
        List<Statement> pass = [];
        foreach (Segment segment in Analysis.Segments)
        {
            List<Statement> body = segment.Loop is null ? Values(segment) : [.. Outside(segment), .. Adjoint.Inner(segment.Statements)];
            body.AddRange(Analysis.Outside(segment).Where(Moves).Select(variable => new Define(tangent.Of(variable), new RowValue(rowOfTangent(variable)))));
            body.AddRange(tangent.Forward(segment.Statements, (sum, term) => Analysis.IsFeatureSum(sum.Sum)
                ? new StoreRow(rowOfTangent(sum.Sum), term, true)
                : new Accumulate(tangent.Of(sum.Sum), term)));
            body.AddRange(Numbers(segment.Statements).Where(variable => crossing.Contains(variable) && Moves(variable))
                .Select(variable => new StoreRow(rowOfTangent(variable), new Read(tangent.Of(variable)), false)));
            body.AddRange(segment.Statements.OfType<AddLogDet>().Select(add => new StoreRow(right, Code.Numbers.Multiply(new LogDetGradient(), tangent.Of(add.Value)), true)));
            pass.Add(Around(segment, body));
        }
        return pass;
    }

    /// <summary>mu, from the system where there is one.</summary>
    private Samples Started(Row[] right, Row[,] matrix, bool isCoupled)
    {
        List<Statement> body = [];
        if (right.Length > 1 && isCoupled)
            body.Add(new SolveSystem([.. matrix.Cast<Row>()], right));
        for (int k = 0; k < right.Length; k++)
        {
            Expression mu = new RowValue(right[k]);
            if (right.Length == 1 && isCoupled)
                mu = Code.Numbers.Divide(mu, Code.Numbers.Add(Code.Numbers.One, new RowValue(matrix[0, 0])));
            body.Add(StartGradient(_scalars[k], Code.Numbers.Negate(mu)));
        }
        return new Samples(body);
    }

    /// <summary>V'G.</summary>
    private Statement Along(Row[] along)
    {
        Expression index = Analysis.Changed.Index;
        return Around(Analysis.Update,
        [
            .. Outside(Analysis.Update),
            .. along.Select((row, k) => new StoreRow(row, Code.Numbers.Multiply(Ratio(index, Analysis.Update.Loop!.Index, _scalars[k]), new FeatureGradient(index)), true)),
        ]);
    }

    /// <summary>V[index, k] for any feature: 0 for those that stay.</summary>
    private Expression DirectionAt(Expression index, Variable scalar)
    {
        if (Code.Numbers.AreEqual(index, Analysis.Changed.Index))
            return Ratio(index, Analysis.Update.Loop!.Index, scalar);
        if (_range!.IsApart(index))
            return Code.Numbers.Zero;
        Expression ratio = Ratio(index, null, scalar);
        return _range.IsWhole ? ratio : Code.Numbers.Where(_range.Contains(index), ratio);
    }

    /// <summary>(dE/ds) / (dE/dz) of a feature that changes, in a given round of the loop that changes it.</summary>
    private Expression Ratio(Expression index, Variable? round, Variable scalar)
    {
        Expression ratio = Code.Numbers.Divide(Slope.Of(_value!, scalar), Slope.Of(_value!, Analysis.Old.Variable));
        Variable loop = Analysis.Update.Loop!.Index;
        Expression At(Expression part) => part switch
        {
            Read read when read.Variable == loop => round is null ? _range!.Round(index) : read,
            Read read when read.Variable == Analysis.Old.Variable => new Feature(index),
            Read read when Array.IndexOf(_scalars, read.Variable) >= 0 => new RowValue(RowOf(read.Variable)),
            _ => part.Parts.Count == 0 ? part : part.With([.. part.Parts.Select(At)]),
        };
        return At(ratio);
    }
}
