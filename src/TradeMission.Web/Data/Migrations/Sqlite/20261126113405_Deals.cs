using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeMission.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Deals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "RatedOn",
                table: "Consultations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "Consultations",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Unanswered");

            migrationBuilder.CreateTable(
                name: "Deals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ContractAmount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    ContractCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    ContractBase = table.Column<decimal>(type: "TEXT", precision: 28, scale: 12, nullable: true),
                    IsAtLeast = table.Column<bool>(type: "INTEGER", nullable: false),
                    Tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WithoutRate = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Likelihood = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LastNewsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RatesFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RatesTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deals_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deals_Missions_MissionId",
                        column: x => x.MissionId,
                        principalTable: "Missions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TierTotals",
                columns: table => new
                {
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ScopeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Figure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 28, scale: 12, nullable: false),
                    WithoutRate = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TierTotals", x => new { x.MissionId, x.Scope, x.ScopeId, x.Figure, x.Tier });
                    table.ForeignKey(
                        name: "FK_TierTotals_Missions_MissionId",
                        column: x => x.MissionId,
                        principalTable: "Missions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DealSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DealId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Likelihood = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Revives = table.Column<bool>(type: "INTEGER", nullable: false),
                    CorrectsId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsWithdrawal = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedById = table.Column<long>(type: "INTEGER", nullable: true),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByCompany = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsStruck = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Value_Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Value_BaseAmount = table.Column<decimal>(type: "TEXT", precision: 28, scale: 12, nullable: true),
                    Value_Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    Value_Rate = table.Column<decimal>(type: "TEXT", precision: 20, scale: 10, nullable: true),
                    Value_RateOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Value_RateSource = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DealSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DealSteps_AspNetUsers_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DealSteps_DealSteps_CorrectsId",
                        column: x => x.CorrectsId,
                        principalTable: "DealSteps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DealSteps_Deals_DealId",
                        column: x => x.DealId,
                        principalTable: "Deals",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "EvidenceFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DealStepId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoredAs = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AddedById = table.Column<long>(type: "INTEGER", nullable: true),
                    AddedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceFiles_AspNetUsers_AddedById",
                        column: x => x.AddedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceFiles_DealSteps_DealStepId",
                        column: x => x.DealStepId,
                        principalTable: "DealSteps",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_MissionId_RatedOn",
                table: "Consultations",
                columns: new[] { "MissionId", "RatedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_ConsultationId",
                table: "Deals",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_DueOn",
                table: "Deals",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_MissionId_RatesFrom",
                table: "Deals",
                columns: new[] { "MissionId", "RatesFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_MissionId_RatesTo",
                table: "Deals",
                columns: new[] { "MissionId", "RatesTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_MissionId_Stage",
                table: "Deals",
                columns: new[] { "MissionId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_State_LastNewsOn",
                table: "Deals",
                columns: new[] { "State", "LastNewsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_DealSteps_CorrectsId",
                table: "DealSteps",
                column: "CorrectsId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DealSteps_DealId_Number",
                table: "DealSteps",
                columns: new[] { "DealId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DealSteps_RecordedById",
                table: "DealSteps",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceFiles_AddedById",
                table: "EvidenceFiles",
                column: "AddedById");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceFiles_DealStepId",
                table: "EvidenceFiles",
                column: "DealStepId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceFiles_Key",
                table: "EvidenceFiles",
                column: "Key",
                unique: true);

            PursuedIntoDeals.Copy(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EvidenceFiles");

            migrationBuilder.DropTable(
                name: "TierTotals");

            migrationBuilder.DropTable(
                name: "DealSteps");

            migrationBuilder.DropTable(
                name: "Deals");

            migrationBuilder.DropIndex(
                name: "IX_Consultations_MissionId_RatedOn",
                table: "Consultations");

            migrationBuilder.Sql("ALTER TABLE \"Consultations\" DROP COLUMN \"Answer\";");
            migrationBuilder.Sql("ALTER TABLE \"Consultations\" DROP COLUMN \"RatedOn\";");
        }
    }
}
